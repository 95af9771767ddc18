package dev.windrose.localstack.launcher;

import dev.windrose.localstack.LocalStackException;
import dev.windrose.localstack.Service;
import dev.windrose.localstack.Stack;
import dev.windrose.localstack.StackSettings;
import dev.windrose.localstack.demo.DemoNetwork;
import dev.windrose.localstack.mailpage.MailPage;
import java.time.Instant;
import java.util.Optional;

/** Starts everything, says when it is ready, and looks after it until it is told to end. */
final class Up {

    private final StackSettings settings;
    private final Progress progress = new Progress(Instant.now());

    Up(StackSettings settings) {
        this.settings = settings;
    }

    int run() {
        LauncherLock lock = new LauncherLock(settings.data());
        if (!lock.acquire()) {
            Optional<ProcessHandle> holder = lock.holder();
            System.err.println("Windrose is running already"
                    + holder.map(process -> " (pid " + process.pid() + ")").orElse("")
                    + "; ./windrose down stops it.");
            return 1;
        }
        new Leftovers(settings.data()).awaitEnd(progress);
        new Ports(settings).requireFree();
        Stack stack = Stack.of(settings, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack), "windrose-stop"));
        start(stack);
        new Supervisor(stack, progress).watch();
        return 0;
    }

    private void start(Stack stack) {
        stack.startParts();
        stack.mailbox().ifPresent(mailbox -> {
            MailPage.start(mailbox, settings.mailPagePort());
            progress.accept("mail page ready on port " + settings.mailPagePort());
        });
        progress.accept("starting the services …");
        stack.startServices();
        stack.awaitReady();
        try {
            new DemoNetwork(settings, progress).load();
        } catch (LocalStackException e) {
            progress.accept("the demo network was not loaded: " + e.getMessage());
        }
        System.out.println(
                new ReadyPage(settings, stack.service(Service.GATEWAY).port()).text(progress.seconds()));
    }

    /** Runs when the JVM ends for whatever reason it can notice; the children notice the other ones. */
    private void stop(Stack stack) {
        System.out.println();
        progress.accept("stopping …");
        stack.close();
        progress.accept("stopped");
    }
}
