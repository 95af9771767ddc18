package dev.windrose.booking.boardingpass;

import static dev.windrose.booking.boardingpass.PassPage.LEFT;
import static dev.windrose.booking.boardingpass.PassPage.MIDDLE;
import static dev.windrose.booking.boardingpass.PassPage.RIGHT;

import dev.windrose.booking.flight.Cabin;
import dev.windrose.booking.flight.Place;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.stereotype.Component;

/**
 * Boarding passes as a PDF: a page of A4 each, in type large enough to be read when a phone shows the whole page. The barcode is in the
 * middle of the page, where a reader that is shown all of it looks first.
 */
@Component
public class BoardingPassPdf {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Symbology symbology;
    private final byte[] font;

    BoardingPassPdf(BoardingPassSettings settings) {
        this.symbology = settings.barcode();
        try (InputStream file = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT)) {
            this.font = file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A document with a page for each pass. */
    public byte[] of(List<BoardingPass> passes) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.getDocumentInformation().setTitle("Boarding pass");
            document.getDocumentCatalog().setLanguage("en");
            PDType0Font letters = PDType0Font.load(document, new ByteArrayInputStream(font), true);
            for (BoardingPass pass : passes) {
                try (PassPage page = new PassPage(document, letters)) {
                    draw(page, pass);
                }
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void draw(PassPage page, BoardingPass pass) throws IOException {
        page.head(pass.airlineName(), "BOARDING PASS");
        route(page, pass);
        page.large(LEFT, 642, 200, "BOARDING", TIME.format(pass.boardingTime()));
        page.large(MIDDLE, 642, 130, "SEAT", pass.seat());
        page.large(RIGHT, 642, 165, "FLIGHT", pass.flightNumber());
        page.barcode(symbology.encode(pass.code().text()));
        page.small(LEFT, 280, 515, "PASSENGER", pass.lastName() + ", " + pass.firstName());
        page.small(LEFT, 222, 165, "DATE", DATE.format(pass.departureTime()));
        page.small(MIDDLE, 222, 140, "DEPARTS", TIME.format(pass.departureTime()));
        page.small(RIGHT, 222, 165, "ARRIVES", arrival(pass));
        page.small(LEFT, 164, 185, "CLASS", words(pass.cabin()));
        page.small(MIDDLE, 164, 140, "BOOKING", pass.reference());
        page.small(RIGHT, 164, 165, "SEQUENCE", String.valueOf(pass.sequence()));
        page.small(LEFT, 106, 515, "E-TICKET", pass.ticketNumber());
        page.foot("All times are local. Show this page at the gate, on paper or on a screen.");
    }

    private static void route(PassPage page, BoardingPass pass) throws IOException {
        page.codes(pass.origin().code(), pass.destination().code());
        page.ends(690, 16, pass.origin().city(), pass.destination().city());
        page.ends(672, 11, nameBesideCity(pass.origin()), nameBesideCity(pass.destination()));
    }

    private static String nameBesideCity(Place place) {
        return place.name().equals(place.city()) ? "" : place.name();
    }

    private static String arrival(BoardingPass pass) {
        OffsetDateTime arrival = pass.arrivalTime();
        long days = ChronoUnit.DAYS.between(pass.departureTime().toLocalDate(), arrival.toLocalDate());
        return TIME.format(arrival) + (days == 0 ? "" : String.format(Locale.ROOT, " %+d", days));
    }

    private static String words(Cabin cabin) {
        return switch (cabin) {
            case FIRST -> "First";
            case BUSINESS -> "Business";
            case PREMIUM_ECONOMY -> "Premium economy";
            case ECONOMY -> "Economy";
        };
    }
}
