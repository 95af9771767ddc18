package dev.windrose.flight.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record of a CSV file. @param line the physical line it begins on, from 1 @param fault why it can't be read, null if it can */
record CsvRecord(long line, List<String> fields, @Nullable String fault) {}
