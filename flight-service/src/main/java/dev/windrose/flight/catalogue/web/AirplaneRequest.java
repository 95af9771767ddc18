package dev.windrose.flight.catalogue.web;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.defaults.problem.ValidationFailed;
import dev.windrose.flight.catalogue.Airplane;
import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.catalogue.CabinLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An airplane as sent. */
record AirplaneRequest(
        @Nullable String registration,
        @Nullable String model,
        @Nullable List<@Nullable CabinRequest> cabins) {

    /** One of its cabins as sent. */
    record CabinRequest(
            @Nullable String cabin,
            @Nullable Integer firstRow,
            @Nullable Integer lastRow,
            @Nullable String columns,
            @Nullable List<@Nullable Integer> exitRows) {

        private @Nullable CabinLayout layout(Faults faults, String path) {
            Cabin name = faults.required(path + ".cabin", cabin, Cabin::of);
            required(faults, path + ".firstRow", firstRow);
            required(faults, path + ".lastRow", lastRow);
            required(faults, path + ".columns", columns);
            if (name == null || firstRow == null || lastRow == null || columns == null) {
                return null;
            }
            List<Integer> exits = exitRows == null
                    ? List.of()
                    : exitRows.stream().filter(Objects::nonNull).toList();
            return faults.required(path, columns, text -> new CabinLayout(name, firstRow, lastRow, text, exits));
        }

        private static void required(Faults faults, String field, @Nullable Object value) {
            if (value == null) {
                faults.add(field, "required", "is required");
            }
        }
    }

    Airplane airplane() {
        Faults faults = new Faults();
        Airplane airplane = Airplane.of(faults, registration, model, layouts(faults));
        if (airplane == null || !faults.isEmpty()) {
            throw new ValidationFailed(faults.all());
        }
        return airplane;
    }

    private List<CabinLayout> layouts(Faults faults) {
        List<CabinLayout> layouts = new ArrayList<>();
        if (cabins == null || cabins.isEmpty() || cabins.size() > Cabin.values().length) {
            faults.add("cabins", "invalid", "must be a list of 1 to " + Cabin.values().length + " cabins");
            return layouts;
        }
        for (int i = 0; i < cabins.size(); i++) {
            CabinRequest cabin = cabins.get(i);
            CabinLayout layout = cabin == null ? null : cabin.layout(faults, "cabins[" + i + "]");
            if (layout != null) {
                layouts.add(layout);
            } else if (cabin == null) {
                faults.add("cabins[" + i + "]", "required", "is required");
            }
        }
        return layouts;
    }
}
