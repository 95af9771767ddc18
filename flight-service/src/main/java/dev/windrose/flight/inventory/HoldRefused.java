package dev.windrose.flight.inventory;

import dev.windrose.defaults.money.Money;
import dev.windrose.defaults.problem.FieldFault;
import dev.windrose.defaults.problem.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** No seats were taken, and for this booking none will be: the answer is kept and given again. */
final class HoldRefused extends ProblemException {
    private final transient List<FieldFault> faults;

    private HoldRefused(HttpStatus status, String code, String detail, List<FieldFault> faults) {
        super(status, code, detail);
        this.faults = List.copyOf(faults);
    }

    static HoldRefused unknownFlight() {
        return new HoldRefused(HttpStatus.NOT_FOUND, "flight_not_found", "There is no such flight.", List.of());
    }

    static HoldRefused faulty(List<FieldFault> faults) {
        String detail = faults.size() == 1
                ? faults.get(0).field() + ": " + faults.get(0).message()
                : faults.size() + " faults, see errors";
        return new HoldRefused(HttpStatus.BAD_REQUEST, "validation_failed", detail, faults);
    }

    static HoldRefused flightClosed() {
        return conflict("flight_closed", "A flight of it is cancelled, gone, or too near its departure to be sold.");
    }

    static HoldRefused priceChanged(Money currentTotal) {
        HoldRefused refused = conflict("price_changed", "The price is now " + currentTotal + ".");
        refused.with("currentTotal", currentTotal);
        return refused;
    }

    /** @param available what is left on the fullest of the cabins asked for */
    static HoldRefused insufficientSeats(int available) {
        HoldRefused refused = conflict("insufficient_seats", "Not enough seats are left: " + available + ".");
        refused.with("available", available);
        return refused;
    }

    /** A refusal as it was first given. */
    static HoldRefused again(StoredRefusal stored) {
        HoldRefused refused =
                new HoldRefused(HttpStatus.valueOf(stored.status()), stored.code(), stored.detail(), stored.faults());
        stored.properties().forEach(refused::with);
        return refused;
    }

    private static HoldRefused conflict(String code, String detail) {
        return new HoldRefused(HttpStatus.CONFLICT, code, detail, List.of());
    }

    StoredRefusal toStore() {
        return new StoredRefusal(status().value(), code(), detail(), properties(), faults);
    }

    @Override
    public List<FieldFault> faults() {
        return faults;
    }
}
