package dev.windrose.flight.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.flight.catalogue.RowOutcome;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

/** A file of any size passes through a small memory: rows land while those behind them have not been read. */
class StreamingTest {
    private static final int ROWS = 200_000;
    private static final int CHUNK = 500;
    /** The reader's and the decoder's buffers, of 8 KiB each, hold so many of our rows at most. */
    private static final int BUFFERED = 2 * 8192 / Rows.LENGTH + 2;

    @Test
    void twoHundredThousandRowsAreNeverInMemoryTogether() throws Exception {
        Rows file = new Rows();
        Kind kind = new Kind(file);

        ImportReport report = new ImportRun<>(
                        kind, new ChunkLanding<>(kind, TransactionOperations.withoutTransaction()), tally -> {})
                .of(new CsvReader(file));

        assertThat(report.received()).isEqualTo(ROWS);
        assertThat(report.created()).isEqualTo(ROWS);
        assertThat(kind.mostAhead).isBetween(CHUNK, CHUNK + BUFFERED);
    }

    /** Makes its rows as they are read. */
    private static final class Rows extends InputStream {
        static final int LENGTH = 64;
        private static final byte[] HEADER = "key,text\n".getBytes(StandardCharsets.UTF_8);

        private byte[] current = HEADER;
        private int position;
        private int made;

        @Override
        public int read() {
            if (position == current.length) {
                if (made == ROWS) {
                    return -1;
                }
                current = "%08d,%s\n".formatted(made++, "x".repeat(LENGTH - 10)).getBytes(StandardCharsets.UTF_8);
                position = 0;
            }
            return current[position++];
        }
    }

    private static final class Kind implements RowKind<String> {
        private final Rows file;
        private int landed;
        private int mostAhead;

        Kind(Rows file) {
            this.file = file;
        }

        @Override
        public List<String> columns() {
            return List.of("key", "text");
        }

        @Override
        public @Nullable String parse(CsvColumns.Row row, Faults faults) {
            return row.get("key");
        }

        @Override
        public String keyOf(String row) {
            return row;
        }

        @Override
        public List<RowOutcome> land(List<String> rows) {
            mostAhead = Math.max(mostAhead, file.made - landed);
            landed += rows.size();
            return Collections.nCopies(rows.size(), RowOutcome.CREATED);
        }
    }
}
