package dev.windrose.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import dev.windrose.booking.Api.Answer;
import dev.windrose.booking.booking.FollowSeats;
import dev.windrose.booking.booking.SeatNews;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Boarding passes, and what the gate says to them. */
class BoardingTest extends BookingServiceTest {
    /** At 23:30 in Seattle, already the next day in UTC. */
    private static final Instant DEPARTURE = Instant.parse("2031-05-07T06:30:00Z");

    private final String flight = FLIGHTS.holds().flight(60, 10_000, DEPARTURE);

    @BeforeEach
    void checkInIsOpen() {
        CLOCK.putTo(DEPARTURE.minus(Duration.ofHours(6)));
    }

    @Test
    void aPassIsListedAndPrintedWithAReadableBarcode() throws IOException, NotFoundException {
        String reference = checkedIn("12A");

        JsonNode pass = pass(reference);

        assertThat(pass.path("passengerId").asString()).isEqualTo("1");
        assertThat(pass.path("flightId").asString()).isEqualTo(flight);
        assertThat(pass.path("seat").asString()).isEqualTo("12A");
        assertThat(pass.path("sequence").asInt()).isEqualTo(1);
        assertThat(pass.path("boardingTime").asString()).isEqualTo("2031-05-06T22:50:00-07:00");
        String barcode = "M1LOVELACE/ADA        E" + reference
                + " SEAANCAS %04d 126Y012A0001 100".formatted(Integer.parseInt(flight));
        assertThat(pass.path("barcode").asString()).isEqualTo(barcode).hasSize(60);
        String pdf = pass.path("pdf").asString();
        assertThat(customer().get(pdf).header("Content-Type")).isEqualTo("application/pdf");
        assertThat(customer().get(pdf).header("Cache-Control")).contains("no-store");
        assertThat(read(customer().download(pdf))).isEqualTo(barcode);
    }

    @Test
    void whoIsNotCheckedInHasNone() {
        String reference = confirmed();
        String pdf = "/api/v1/bookings/" + reference + "/boarding-passes/" + flight + "/1.pdf";
        assertThat(customer().boardingPasses(reference).code()).isEqualTo("not_checked_in");
        assertThat(customer().get(pdf).code()).isEqualTo("not_checked_in");
        customer().checkIn(reference, flight);
        assertThat(first().as("somebody-else").boardingPasses(reference).code()).isEqualTo("booking_not_found");
        assertThat(first().as("somebody-else").get(pdf).code()).isEqualTo("booking_not_found");
        assertThat(first().asNobody().get(pdf).status()).isEqualTo(401);
        assertThat(customer().get(pdf.replace("1.pdf", "2.pdf")).code()).isEqualTo("flight_not_found");
        assertThat(customer().get(pdf).status()).isEqualTo(200);
    }

    @Test
    void aGoodPassBoardsOnce() {
        String reference = checkedIn("12A");
        String barcode = barcode(reference);
        assertThat(verify(barcode, flight, "false").at("/result")).isEqualTo("VALID");

        List<Supplier<Answer>> gates = IntStream.range(0, 6)
                .mapToObj(i ->
                        (Supplier<Answer>) () -> verify(i % 2 == 0 ? first() : second(), barcode, flight, "true"))
                .toList();
        List<Answer> answers = Together.run(gates);

        assertThat(answers)
                .extracting(answer -> answer.at("/result"))
                .containsOnlyOnce("VALID")
                .contains("ALREADY_BOARDED");
        Answer again = verify(barcode, flight, "null");
        assertThat(again.at("/result")).isEqualTo("ALREADY_BOARDED");
        assertThat(again.at("/boardedAt")).endsWith("Z");
        assertThat(again.at("/passenger/lastName")).isEqualTo("Lovelace");
        assertThat(again.at("/seat")).isEqualTo("12A");
    }

    @Test
    void aPassForAnotherFlightIsTold() {
        String other = FLIGHTS.holds().flight(60, 10_000, DEPARTURE);

        Answer answer = verify(barcode(checkedIn("12A")), other, "true");

        assertThat(answer.at("/result")).isEqualTo("WRONG_FLIGHT");
        assertThat(answer.at("/flightId")).isEqualTo(flight);
    }

    @Test
    void anotherSeatRevokesTheOldPass() {
        String reference = checkedIn("12A");
        String old = barcode(reference);
        long version = FLIGHTS.seats().nextVersion();
        first().bean(TransactionTemplate.class)
                .executeWithoutResult(status -> first().bean(FollowSeats.class)
                        .follow(flight, List.of(new SeatNews(idOf(reference), "1", "8C", version))));

        assertThat(verify(old, flight, "true").at("/result")).isEqualTo("REVOKED");
        assertThat(verify(barcode(reference), flight, "true").at("/seat")).isEqualTo("8C");
    }

    @Test
    void aCancellationRevokesThePass() {
        String reference = checkedIn("12A");
        String old = barcode(reference);
        customer().cancel(reference);

        assertThat(verify(old, flight, "true").at("/result")).isEqualTo("REVOKED");
        assertThat(customer().boardingPasses(reference).code()).isEqualTo("not_checked_in");
    }

    @Test
    void whoIsTakenOffMayCheckInAgainWithAnotherNumber() {
        String reference = checkedIn("12A");
        String old = barcode(reference);
        String path = "/api/v1/bookings/" + reference + "/offload";
        String body = "{\"flightId\":\"" + flight + "\",\"passengerIds\":[\"1\"]}";
        assertThat(customer().post(path, null, body).status()).isEqualTo(403);

        Answer off = first().asStaff().post(path, null, body);

        assertThat(off.status()).as(off.toString()).isEqualTo(200);
        assertThat(off.text())
                .isEqualTo("{\"reference\":\"" + reference + "\",\"flightId\":\"" + flight
                        + "\",\"passengerIds\":[\"1\"]}");
        assertThat(first().asStaff().post(path, null, body).text()).isEqualTo(off.text());
        assertThat(verify(old, flight, "true").at("/result")).isEqualTo("REVOKED");
        Answer seen = customer().booking(reference);
        assertThat(seen.json().at("/passengers/0/flights/0/checkedIn").asBoolean())
                .isFalse();
        assertThat(seen.at("/passengers/0/flights/0/seat")).isEqualTo("12A");
        customer().checkIn(reference, flight);
        assertThat(pass(reference).path("sequence").asInt()).isEqualTo(2);
        assertThat(verify(barcode(reference), flight, "true").at("/result")).isEqualTo("VALID");
    }

    @Test
    void whatIsNoPassOfOursIsUnknownAndWhatIsNoneAtAllRefused() {
        String barcode = barcode(checkedIn("12A"));
        String stranger = barcode.substring(0, 23) + "ZZZZZZ" + barcode.substring(29);
        assertThat(verify(stranger, flight, "true").at("/result")).isEqualTo("UNKNOWN");
        assertThat(verify(barcode.replace("SEAANC", "SEALAX"), flight, "true").at("/result"))
                .isEqualTo("UNKNOWN");
        assertThat(verify(barcode.replace("012A", "012B"), flight, "true").at("/result"))
                .isEqualTo("REVOKED");
        assertThat(verify(barcode.replace("/ADA ", "/BOB "), flight, "true").at("/result"))
                .isEqualTo("REVOKED");
        assertThat(verify("hello", flight, "true").at("/errors/0/field")).isEqualTo("barcode");
        assertThat(first().asStaff()
                        .post("/api/v1/boarding-passes/verify", null, "{}")
                        .json()
                        .path("errors"))
                .hasSize(2);
        assertThat(customer().post("/api/v1/boarding-passes/verify", null, "{}").status())
                .isEqualTo(403);
        assertThat(first().asNobody()
                        .post("/api/v1/boarding-passes/verify", null, "{}")
                        .status())
                .isEqualTo(401);
    }

    private String confirmed() {
        String reference = customer()
                .book(
                        UUID.randomUUID().toString(),
                        "{\"segments\":[{\"flightId\":\"" + flight + "\",\"cabin\":\"ECONOMY\"}],"
                                + "\"passengers\":[{\"firstName\":\"Ada\",\"lastName\":\"Lovelace\"}]}")
                .reference();
        assertThat(customer().pay(reference).status()).isEqualTo(201);
        return reference;
    }

    private String checkedIn(String seat) {
        String reference = confirmed();
        customer().seat(reference, flight, "1:" + seat);
        Answer answer = customer().checkIn(reference, flight);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return reference;
    }

    private JsonNode pass(String reference) {
        return customer().boardingPasses(reference).json().at("/items/0");
    }

    private String barcode(String reference) {
        return pass(reference).path("barcode").asString();
    }

    private Answer verify(String barcode, String flightId, String board) {
        return verify(first(), barcode, flightId, board);
    }

    private static Answer verify(Replica replica, String barcode, String flightId, String board) {
        return replica.asStaff()
                .post(
                        "/api/v1/boarding-passes/verify",
                        null,
                        "{\"barcode\":\"" + barcode + "\",\"flightId\":\"" + flightId + "\",\"board\":" + board + "}");
    }

    private static String read(byte[] pdf) throws IOException, NotFoundException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 150);
            int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            return new MultiFormatReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(
                                    new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))),
                            Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.AZTEC)))
                    .getText();
        }
    }
}
