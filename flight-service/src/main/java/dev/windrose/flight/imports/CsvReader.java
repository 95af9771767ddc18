package dev.windrose.flight.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV (RFC 4180, UTF-8, a byte order mark and any line ends) record by record. A record that breaks the rules is told as such, with
 * its line, and reading goes on with the next line; only a quote that never closes takes the rest of the file with it.
 */
final class CsvReader {
    private static final int MAX_CHARACTERS = 16_384;
    private static final int MAX_FIELDS = 64;
    private static final int END = -1;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String REPLACED = "\uFFFD";

    private final Reader in;
    private final char[] buffer = new char[8192];
    private int length;
    private int position;
    private long line = 1;
    private boolean begun;

    private final StringBuilder field = new StringBuilder();
    private List<String> fields = new ArrayList<>();
    private int stored;

    CsvReader(InputStream in) {
        this.in = new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    /** The next record, null at the end. Blank lines are none. */
    @Nullable
    CsvRecord next() throws IOException {
        if (!begun) {
            begun = true;
            skipByteOrderMark();
        }
        while (peek() == '\n' || peek() == '\r') {
            read();
        }
        if (peek() == END) {
            return null;
        }
        long start = line;
        fields = new ArrayList<>();
        stored = 0;
        String fault = readFields();
        return new CsvRecord(start, fields, fault == null ? faultOfWhole() : fault);
    }

    private @Nullable String readFields() throws IOException {
        int end;
        do {
            field.setLength(0);
            boolean quoted = peek() == '"';
            String fault = quoted ? readQuoted() : readPlain();
            if (fault != null) {
                return fault;
            }
            end = read();
            if (quoted && end != ',' && end != '\n' && end != END) {
                skipLine();
                return "has text behind a closing quote";
            }
            if (fields.size() <= MAX_FIELDS) {
                fields.add(field.toString());
            }
        } while (end == ',');
        return null;
    }

    private @Nullable String readPlain() throws IOException {
        int next = peek();
        while (next != ',' && next != '\n' && next != '\r' && next != END) {
            if (next == '"') {
                skipLine();
                return "has a quote inside a field that isn't quoted";
            }
            store(read());
            next = peek();
        }
        return null;
    }

    private @Nullable String readQuoted() throws IOException {
        read();
        for (int next = read(); next != END; next = read()) {
            if (next != '"') {
                store(next);
            } else if (peek() == '"') {
                store(read());
            } else {
                return null;
            }
        }
        return "has a quote that never closes";
    }

    private @Nullable String faultOfWhole() {
        if (stored > MAX_CHARACTERS || fields.size() > MAX_FIELDS) {
            return "has more than " + MAX_CHARACTERS + " characters or " + MAX_FIELDS + " columns";
        }
        return fields.stream().anyMatch(text -> text.contains(REPLACED)) ? "is not UTF-8" : null;
    }

    private void store(int character) {
        stored++;
        if (stored <= MAX_CHARACTERS) {
            field.append((char) character);
        }
    }

    private void skipLine() throws IOException {
        int next = read();
        while (next != '\n' && next != END) {
            next = read();
        }
    }

    private void skipByteOrderMark() throws IOException {
        if (peek() == BYTE_ORDER_MARK) {
            position++;
        }
    }

    /** The next character; every kind of line end is one line feed. */
    private int read() throws IOException {
        int next = peek();
        if (next == END) {
            return END;
        }
        position++;
        if (next == '\r' && peek() == '\n') {
            position++;
        }
        if (next == '\n' || next == '\r') {
            line++;
            return '\n';
        }
        return next;
    }

    private int peek() throws IOException {
        if (position == length) {
            length = Math.max(0, in.read(buffer, 0, buffer.length));
            position = 0;
        }
        return length == 0 ? END : buffer[position];
    }
}
