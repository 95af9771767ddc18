package dev.windrose.flight.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records, their lines, and what happens to those that break the rules. */
class CsvReaderTest {

    @Test
    void fieldsAreReadAsTheyAre() throws IOException {
        assertThat(read("a,b,c\n1,,\" 2\"\"x\"\" , \"\n"))
                .containsExactly(
                        new CsvRecord(1, List.of("a", "b", "c"), null),
                        new CsvRecord(2, List.of("1", "", " 2\"x\" , "), null));
    }

    @Test
    void everyKindOfLineEndCountsOnceAndTheLastMayBeMissing() throws IOException {
        assertThat(read("a\r\nb\nc\rd\n\n\r\ne")).extracting(CsvRecord::line).containsExactly(1L, 2L, 3L, 4L, 7L);
    }

    @Test
    void aByteOrderMarkIsSkippedAtTheVeryStartOnly() throws IOException {
        assertThat(read("\uFEFFa\n\uFEFFb"))
                .extracting(row -> row.fields().get(0))
                .containsExactly("a", "\uFEFFb");
    }

    @Test
    void aLineBreakInQuotesBelongsToTheFieldAndIsCounted() throws IOException {
        assertThat(read("\"a\r\nb\",c\nd,e"))
                .containsExactly(
                        new CsvRecord(1, List.of("a\nb", "c"), null), new CsvRecord(3, List.of("d", "e"), null));
    }

    @Test
    void aStrayQuoteCostsItsOwnLineOnly() throws IOException {
        List<CsvRecord> rows = read("a\"b,c\n\"d\"e,f\ng,h");
        assertThat(rows).extracting(CsvRecord::line).containsExactly(1L, 2L, 3L);
        assertThat(rows.get(0).fault()).contains("quote");
        assertThat(rows.get(1).fault()).contains("quote");
        assertThat(rows.get(2)).isEqualTo(new CsvRecord(3, List.of("g", "h"), null));
    }

    @Test
    void aQuoteThatNeverClosesIsToldWithTheLineItBeginsOn() throws IOException {
        List<CsvRecord> rows = read("a\nb\n\"c\nd\ne");
        assertThat(rows).hasSize(3);
        assertThat(rows.get(2).line()).isEqualTo(3);
        assertThat(rows.get(2).fault()).contains("never closes");
    }

    @Test
    void hugeRecordsAreCutAndTold() throws IOException {
        List<CsvRecord> rows = read("a," + "x".repeat(5_000_000) + "\n" + ",".repeat(5000) + "\nb");
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).fault()).contains("characters");
        assertThat(rows.get(1).fault()).contains("columns");
        assertThat(rows.get(2).fault()).isNull();
    }

    @Test
    void whatIsNotUtf8IsTold() throws IOException {
        byte[] latin1 = "a\nZ\u00fcrich\nb".getBytes(StandardCharsets.ISO_8859_1);
        CsvReader reader = new CsvReader(new ByteArrayInputStream(latin1));
        reader.next();
        CsvRecord row = reader.next();
        assertThat(row).isNotNull();
        assertThat(row.fault()).contains("UTF-8");
    }

    @Test
    void ofNothingThereIsNothing() throws IOException {
        assertThat(read("")).isEmpty();
        assertThat(read("\uFEFF\r\n\n")).isEmpty();
    }

    private static List<CsvRecord> read(String text) throws IOException {
        CsvReader reader = new CsvReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        List<CsvRecord> rows = new ArrayList<>();
        for (CsvRecord row = reader.next(); row != null; row = reader.next()) {
            rows.add(row);
        }
        return rows;
    }
}
