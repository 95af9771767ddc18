package dev.windrose.e2e;

import dev.windrose.localstack.Service;
import dev.windrose.localstack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Archives of the classes that running services have loaded, from which their replicas start in little more than a third of the time.
 * Tests start two dozen of those, so that this is minutes.
 */
final class SharedClasses {
    /** These processes live for minutes, too short for the second compiler to pay. */
    private static final String SHORT_LIFE = "-XX:TieredStopAtLevel=1";

    /** For services whose classes are to be archived. */
    static final String RECORDING = SHORT_LIFE + " -XX:+RecordDynamicDumpInfo -Xlog:cds=error -Xlog:cds+dynamic=error";

    private final Map<Service, Path> archives = new EnumMap<>(Service.class);

    private SharedClasses() {}

    static SharedClasses of(Stack stack, Path folder, Service... services) {
        SharedClasses classes = new SharedClasses();
        for (Service service : services) {
            Path archive = folder.resolve(service.module() + ".jsa");
            archive.toFile().deleteOnExit();
            if (dump(stack.service(service).pid(), archive)) {
                classes.archives.put(service, archive);
            }
        }
        return classes;
    }

    /** Value of {@code JAVA_TOOL_OPTIONS} for a replica. */
    String flagsFor(Service service) {
        Path archive = archives.get(service);
        return archive == null ? SHORT_LIFE : SHORT_LIFE + " -XX:SharedArchiveFile=" + archive;
    }

    /** False where the JVM can't: everything works without, only slower. */
    private static boolean dump(long pid, Path archive) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            return new ProcessBuilder(List.of(
                                            jcmd.toString(),
                                            String.valueOf(pid),
                                            "VM.cds",
                                            "dynamic_dump",
                                            archive.toString()))
                                    .redirectErrorStream(true)
                                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                    .start()
                                    .waitFor()
                            == 0
                    && Files.exists(archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
