package dev.windrose.flight.imports;

import dev.windrose.defaults.problem.Problems;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the columns of an import are in this file: any order, by name. */
final class CsvColumns {
    private final List<String> names;

    private CsvColumns(List<String> names) {
        this.names = names;
    }

    /** Takes the header; 400 unless it names just the columns wanted, each once. */
    static CsvColumns of(@Nullable CsvRecord header, List<String> wanted) {
        if (header == null) {
            throw Problems.malformed("The file is empty.");
        }
        List<String> names = header.fields().stream().map(String::strip).toList();
        if (header.fault() != null
                || names.size() != wanted.size()
                || !new HashSet<>(names).equals(new HashSet<>(wanted))) {
            throw Problems.malformed("The first line must name the columns: " + String.join(",", wanted) + ".");
        }
        return new CsvColumns(names);
    }

    int count() {
        return names.size();
    }

    Row row(CsvRecord row) {
        return name -> row.fields().get(names.indexOf(name));
    }

    /** The values of a record by the names of their columns. */
    interface Row {
        String get(String column);
    }
}
