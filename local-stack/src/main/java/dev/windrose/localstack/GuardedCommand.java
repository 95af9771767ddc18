package dev.windrose.localstack;

import java.util.ArrayList;
import java.util.List;

/**
 * Wraps the command of a program that knows nothing of us so that it ends with us, however we end: a shell beside it
 * reads a pipe that only this JVM holds, and the kernel closes that pipe even after kill -9.
 */
final class GuardedCommand {

    /** Terminal signals are for the parent, which stops its parts in order; hence the trap. */
    private static final String GUARD = """
            trap '' INT HUP
            libraries=$1
            shift
            [ -z "$libraries" ] || export DYLD_LIBRARY_PATH="$libraries"
            exec 3<&0 </dev/null
            "$@" 3<&- &
            child=$!
            {
              read -r _ <&3
              kill -TERM "$child"
              seconds=0
              while kill -0 "$child" && [ "$seconds" -lt 20 ]; do sleep 1; seconds=$((seconds + 1)); done
              kill -KILL "$child"
            } >/dev/null 2>&1 &
            watcher=$!
            wait "$child"
            status=$?
            kill "$watcher"
            exit "$status"
            """;

    private GuardedCommand() {}

    /** {@code libraries} is where macOS finds shared libraries; its shell drops the variable if it comes from outside. */
    static List<String> of(List<String> command, String libraries) {
        List<String> guarded = new ArrayList<>(List.of("/bin/sh", "-c", GUARD, "guard", libraries));
        guarded.addAll(command);
        return guarded;
    }
}
