package dev.windrose.localstack.launcher;

import dev.windrose.localstack.LocalStackException;
import dev.windrose.localstack.StackSettings;
import dev.windrose.localstack.demo.Demo;
import java.util.List;

/** The entry point behind the script {@code windrose}. */
public final class Launcher {

    private Launcher() {}

    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        String command = words.isEmpty() ? "help" : words.get(0);
        try {
            StackSettings settings = StackSettings.from(StackSettings.findHome(), System.getenv());
            System.setProperty(
                    "windrose.launcher.log",
                    settings.data().resolve("logs").resolve("launcher.log").toString());
            System.exit(run(command, words, settings));
        } catch (LocalStackException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static int run(String command, List<String> words, StackSettings settings) {
        return switch (command) {
            case "up" -> new Up(settings).run();
            case "down" -> new Down(settings).run();
            case "reset" -> new Reset(settings, System.in).run(words.contains("--yes"));
            case "demo" -> new Demo(settings, System.out).run();
            default -> {
                System.err.println("Unknown command: " + command + " (try: ./windrose help)");
                yield 2;
            }
        };
    }
}
