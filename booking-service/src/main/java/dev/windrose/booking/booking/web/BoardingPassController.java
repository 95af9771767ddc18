package dev.windrose.booking.booking.web;

import dev.windrose.booking.boardingpass.BoardingPass;
import dev.windrose.booking.boardingpass.BoardingPassPdf;
import dev.windrose.booking.booking.BoardingCheck;
import dev.windrose.booking.booking.BoardingPassQueries;
import dev.windrose.booking.booking.BoardingPassView;
import dev.windrose.booking.booking.BookingSettings;
import dev.windrose.booking.booking.GateDesk;
import dev.windrose.defaults.http.Admission;
import dev.windrose.defaults.paging.Page;
import dev.windrose.defaults.problem.Faults;
import dev.windrose.defaults.security.CurrentUser;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Boarding passes: for their owners, for the gate, and for the mail they are sent with. */
@RestController
class BoardingPassController {
    private static final int DRAWN_AT_ONCE = 4;
    private static final int MAX_ID = 64;
    private static final int MAX_BARCODE = 1000;

    private final BoardingPassQueries queries;
    private final BoardingPassPdf pdf;
    private final GateDesk gate;
    private final Admission drawing;

    BoardingPassController(BoardingPassQueries queries, BoardingPassPdf pdf, GateDesk gate, BookingSettings settings) {
        this.queries = queries;
        this.pdf = pdf;
        this.gate = gate;
        this.drawing = new Admission(DRAWN_AT_ONCE, settings.patience());
    }

    /** Of everybody who is checked in: 200, 404 {@code booking_not_found}, 409 {@code not_checked_in} if nobody is. */
    @GetMapping("/api/v1/bookings/{reference}/boarding-passes")
    ResponseEntity<Page<BoardingPassView>> list(CurrentUser user, @PathVariable String reference) {
        return BookingController.personal(new Page<>(queries.list(user.id(), reference), null));
    }

    /** One of them to print or show: 200, 404 {@code booking_not_found}, {@code flight_not_found}, 409 {@code not_checked_in}. */
    @GetMapping("/api/v1/bookings/{reference}/boarding-passes/{flightId}/{passengerId}.pdf")
    ResponseEntity<byte[]> print(
            CurrentUser user,
            @PathVariable String reference,
            @PathVariable String flightId,
            @PathVariable String passengerId) {
        BoardingPass pass = queries.get(user.id(), reference, flightId, passengerId);
        return draw(List.of(pass), "boarding-pass-" + reference + "-" + pass.flightNumber() + "-" + passengerId);
    }

    /** What a gate's reader read. @param board false only looks, and boards nobody */
    record Body(
            @Nullable String barcode,
            @Nullable String flightId,
            @Nullable Boolean board) {}

    /**
     * Says whether a boarding pass is good for the flight at this gate (AIRLINE_STAFF), and boards its passenger if it is.
     *
     * @return 200 {@code result}: {@code VALID}, {@code REVOKED}, {@code WRONG_FLIGHT}, {@code ALREADY_BOARDED} or {@code UNKNOWN}, with the
     *     passenger; 400 {@code validation_failed} for what is no boarding pass
     */
    @PostMapping("/api/v1/boarding-passes/verify")
    ResponseEntity<BoardingCheck> verify(@RequestBody Body body) {
        Faults faults = new Faults();
        String flightId = faults.text("flightId", body.flightId, MAX_ID);
        String barcode = faults.required("barcode", body.barcode, BoardingPassController::barcode);
        faults.throwIfAny();
        boolean board = body.board == null || body.board;
        return BookingController.personal(gate.verify(String.valueOf(barcode), String.valueOf(flightId), board));
    }

    /** For notification-service: a page for each of these passengers who is checked in; 204 if nobody is any more. */
    @GetMapping("/internal/bookings/{bookingId}/boarding-passes/{flightId}.pdf")
    ResponseEntity<byte[]> attachment(
            @PathVariable String bookingId, @PathVariable String flightId, @RequestParam String passengerIds) {
        List<BoardingPass> passes = queries.ofBooking(bookingId, flightId, Set.copyOf(Choices.ids(passengerIds)));
        return passes.isEmpty()
                ? ResponseEntity.noContent().build()
                : draw(passes, "boarding-passes-" + passes.get(0).reference());
    }

    private ResponseEntity<byte[]> draw(List<BoardingPass> passes, String name) {
        byte[] document = drawing.admit(() -> pdf.of(passes));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name + ".pdf")
                                .build()
                                .toString())
                .body(document);
    }

    private static String barcode(String text) {
        if (text.length() > MAX_BARCODE) {
            throw new IllegalArgumentException("must have at most " + MAX_BARCODE + " characters");
        }
        return text;
    }
}
