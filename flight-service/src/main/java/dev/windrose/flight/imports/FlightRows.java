package dev.windrose.flight.imports;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.flight.catalogue.AirportCode;
import dev.windrose.flight.catalogue.Registration;
import dev.windrose.flight.catalogue.RowOutcome;
import dev.windrose.flight.flights.Fare;
import dev.windrose.flight.flights.FlightDraft;
import dev.windrose.flight.flights.FlightNumber;
import dev.windrose.flight.flights.LandFlights;
import dev.windrose.flight.flights.StatedTime;
import java.util.List;

/** Rows of the import of flights. */
record FlightRows(LandFlights landing) implements RowKind<FlightDraft> {
    private static final FlightDraft.Fields FIELDS = new FlightDraft.Fields("departureLocal", "arrivalLocal");

    @Override
    public List<String> columns() {
        return List.of(
                "flightNumber", "airplane", "origin", "destination", FIELDS.departure(), FIELDS.arrival(), "fares");
    }

    @Override
    public FlightDraft parse(CsvColumns.Row row, Faults faults) {
        List<Fare> fares = faults.required("fares", row.get("fares"), Fare::parse);
        return new FlightDraft(
                FIELDS,
                faults.required("flightNumber", row.get("flightNumber"), FlightNumber::new),
                faults.required("airplane", row.get("airplane"), Registration::new),
                faults.required("origin", row.get("origin"), AirportCode::new),
                faults.required("destination", row.get("destination"), AirportCode::new),
                faults.required(FIELDS.departure(), row.get(FIELDS.departure()), StatedTime::parseLocal),
                faults.required(FIELDS.arrival(), row.get(FIELDS.arrival()), StatedTime::parseLocal),
                fares == null ? List.of() : fares);
    }

    @Override
    public String keyOf(FlightDraft draft) {
        return draft.identity();
    }

    @Override
    public List<RowOutcome> land(List<FlightDraft> drafts) {
        return landing.land(drafts);
    }
}
