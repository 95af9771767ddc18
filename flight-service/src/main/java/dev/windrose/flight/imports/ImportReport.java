package dev.windrose.flight.imports;

import dev.windrose.defaults.problem.FieldFault;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What became of the rows of a file. @param errors the first 1,000, by line @param rejected all that didn't land */
public record ImportReport(long received, long created, long updated, long rejected, List<RowError> errors) {

    /** A row that didn't land. @param line the physical line it begins on; the header is line 1 */
    public record RowError(long line, String code, String message) {}

    /** Counts while an import runs. */
    static final class Tally {
        private static final int MAX_ERRORS = 1000;
        private static final int MAX_MESSAGE = 500;

        private final List<RowError> errors = new ArrayList<>();
        private long received;
        private long created;
        private long updated;
        private long rejected;

        void received() {
            received++;
        }

        void created() {
            created++;
        }

        void updated() {
            updated++;
        }

        void rejected(long line, List<FieldFault> faults) {
            String all = faults.stream()
                    .map(fault -> fault.field() + " " + fault.message())
                    .collect(Collectors.joining("; "));
            rejected(line, faults.get(0).code(), all);
        }

        void rejected(long line, String code, String message) {
            rejected++;
            if (errors.size() < MAX_ERRORS) {
                errors.add(new RowError(line, code, message.substring(0, Math.min(MAX_MESSAGE, message.length()))));
            }
        }

        long countReceived() {
            return received;
        }

        long countRejected() {
            return rejected;
        }

        ImportReport report() {
            errors.sort(java.util.Comparator.comparingLong(RowError::line));
            return new ImportReport(received, created, updated, rejected, List.copyOf(errors));
        }
    }
}
