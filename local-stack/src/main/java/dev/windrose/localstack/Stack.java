package dev.windrose.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A whole running Windrose: database, broker and mailbox, unless they are configured to be elsewhere, and the four
 * services as processes. Used by the launcher and by end-to-end tests.
 */
public final class Stack implements AutoCloseable {

    private static final Duration READY_LIMIT = Duration.ofMinutes(5);

    private final StackSettings settings;
    private final Consumer<String> progress;
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private final List<ServiceProcess> replicas = new ArrayList<>();
    private @Nullable EmbeddedDatabase database;
    private @Nullable EmbeddedBroker broker;
    private @Nullable EmbeddedMailbox mailbox;
    private volatile boolean closing;

    private Stack(StackSettings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /** Nothing runs yet; {@code progress} takes one line a step. */
    public static Stack of(StackSettings settings, Consumer<String> progress) {
        Stack stack = new Stack(settings, progress);
        Map<String, String> environment = new StackEnvironment(settings).forServices();
        for (Service service : Service.values()) {
            stack.services.put(
                    service,
                    new ServiceProcess(
                            service.module(),
                            service.jar(settings.home()),
                            settings.port(service),
                            environment,
                            settings.data()));
        }
        return stack;
    }

    /** Starts the parts, then all services at once, and returns when everything is ready. */
    public Stack start() {
        startParts();
        startServices();
        awaitReady();
        return this;
    }

    /** Database, broker and mailbox. */
    public void startParts() {
        try {
            Path data = Folders.createPrivate(settings.data());
            if (!settings.isElsewhere("SMTP_HOST")) {
                mailbox = EmbeddedMailbox.start(settings.smtpPort());
                progress.accept("mailbox ready on port " + settings.smtpPort());
            }
            if (!settings.isElsewhere("MYSQL_HOST")) {
                database =
                        EmbeddedDatabase.start(data.resolve("database"), settings.binaries(), settings.databasePort());
                writePid(data);
                progress.accept("database ready on port " + settings.databasePort());
            }
            if (!settings.isElsewhere("RABBITMQ_HOST")) {
                Path folder = Files.createDirectories(data.resolve("broker"));
                broker = EmbeddedBroker.keptIn(folder, settings.brokerPort());
                progress.accept("broker ready on port " + settings.brokerPort());
            }
        } catch (IOException e) {
            throw new LocalStackException("The folder " + settings.data() + " cannot be used: " + e, e);
        }
    }

    /** Does nothing once the stack is being closed. */
    public void startServices() {
        for (ServiceProcess service : services.values()) {
            if (!closing) {
                service.start();
            }
        }
    }

    /** So that the next start can wait for a server that a killed launcher left on its way out. */
    private void writePid(Path data) throws IOException {
        Optional<Long> pid = database().flatMap(EmbeddedDatabase::pid);
        if (pid.isPresent()) {
            Path folder = Folders.createPrivate(data.resolve("pids"));
            Files.writeString(folder.resolve("mariadbd.pid"), pid.get() + "\n");
        }
    }

    /** Waits for each service in turn. */
    public void awaitReady() {
        for (ServiceProcess service : services.values()) {
            service.awaitReady(READY_LIMIT);
            progress.accept(service.name() + " ready on port " + service.port());
        }
    }

    public ServiceProcess service(Service service) {
        ServiceProcess process = services.get(service);
        if (process == null) {
            throw new IllegalArgumentException("No such service: " + service);
        }
        return process;
    }

    /** Another process of a service on a free port, with settings of its own on top; started, not yet ready. */
    public ServiceProcess startReplica(Service service, Map<String, String> overrides) {
        int port = FreePorts.nextWithManagementPort();
        Map<String, String> environment = new StackEnvironment(settings).forServices();
        environment.putAll(overrides);
        environment.put(service.portVariable(), String.valueOf(port));
        String name = service.module() + "-" + (replicas.size() + 2);
        ServiceProcess replica =
                new ServiceProcess(name, service.jar(settings.home()), port, environment, settings.data());
        replicas.add(replica);
        return replica.start();
    }

    /** The stack's own database; empty if it is configured to be elsewhere. */
    public Optional<EmbeddedDatabase> database() {
        return Optional.ofNullable(database);
    }

    /** The stack's own broker; empty if it is configured to be elsewhere. */
    public Optional<EmbeddedBroker> broker() {
        return Optional.ofNullable(broker);
    }

    /** The stack's own mailbox; empty if it is configured to be elsewhere. */
    public Optional<EmbeddedMailbox> mailbox() {
        return Optional.ofNullable(mailbox);
    }

    public boolean isClosing() {
        return closing;
    }

    public List<ServiceProcess> services() {
        return List.copyOf(services.values());
    }

    public StackSettings settings() {
        return settings;
    }

    /** Services first, all at once, then what they stand on. */
    @Override
    public void close() {
        closing = true;
        List<ServiceProcess> all = new ArrayList<>(replicas);
        all.addAll(services.values());
        all.forEach(ServiceProcess::requestStop);
        all.forEach(ServiceProcess::stop);
        if (mailbox != null) {
            mailbox.close();
        }
        if (broker != null) {
            broker.close();
        }
        if (database != null) {
            database.close();
        }
    }
}
