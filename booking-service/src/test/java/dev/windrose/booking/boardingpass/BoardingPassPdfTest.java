package dev.windrose.booking.boardingpass;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import dev.windrose.booking.flight.Cabin;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages as they are seen: rendered to a picture, and the barcode on it read by a reader. */
class BoardingPassPdfTest {

    @ParameterizedTest
    @EnumSource(Symbology.class)
    void theBarcodeOnThePictureSaysAllOfIt(Symbology symbology) throws IOException, NotFoundException {
        BoardingPass pass = Passes.departingAt("2026-12-01T23:30", "Ada", "Lovelace", "AS65", Cabin.ECONOMY, "12A", 7);
        byte[] pdf = pdf(symbology, List.of(pass));
        keep(pdf, symbology.name());
        Result read = read(pdf, 0, symbology == Symbology.AZTEC ? BarcodeFormat.AZTEC : BarcodeFormat.PDF_417);
        assertThat(read.getText()).isEqualTo("M1LOVELACE/ADA        EK7QX2M SEAANCAS 0065 335Y012A0007 100");
    }

    @Test
    void aPageIsAPassAndA4() throws IOException, NotFoundException {
        List<BoardingPass> passes = List.of(Passes.of("Ada", "Lovelace"), Passes.of("Grace", "Hopper"));
        byte[] pdf = pdf(Symbology.AZTEC, passes);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(document.getPage(1).getMediaBox().getWidth()).isBetween(595f, 596f);
            assertThat(document.getPage(1).getMediaBox().getHeight()).isBetween(841f, 842f);
        }
        for (int page = 0; page < passes.size(); page++) {
            assertThat(read(pdf, page, BarcodeFormat.AZTEC).getText())
                    .isEqualTo(passes.get(page).code().text());
        }
    }

    @Test
    void itIsReadByPeopleToo() throws IOException {
        byte[] pdf = pdf(
                Symbology.AZTEC,
                List.of(Passes.departingAt("2026-12-01T23:30", "Žofie", "Müller", "AS65", Cabin.BUSINESS, "2C", 7)));
        assertThat(text(pdf))
                .contains("Müller, Žofie")
                .contains("Alaska Airlines")
                .contains("SEA")
                .contains("ANC")
                .contains("1 Dec 2026")
                .contains("22:50")
                .contains("23:30")
                .contains("02:05 +1")
                .contains("2C")
                .contains("Business")
                .contains("K7QX2M")
                .contains("0272400000001");
    }

    @ParameterizedTest
    @CsvSource({
        "小明, 王",
        "محمد, عليّ",
        "Фёдор, Жуков",
        "😀, ",
        "Ǻǻ\u0301\u202E, \u0007bell",
        "Wolfeschlegelsteinhausenbergerdorff-Wolfeschlegelsteinhausen, Wolfeschlegelsteinhausenbergerdorff-Wolfeschlegelsteinhausen"
    })
    void anyNameCanBePrinted(String first, String last) throws IOException, NotFoundException {
        BoardingPass pass = Passes.of(first, last == null ? "" : last);
        byte[] pdf = pdf(Symbology.AZTEC, List.of(pass));
        keep(pdf, "name-" + pass.code().name().replace('/', '-'));
        assertThat(read(pdf, 0, BarcodeFormat.AZTEC).getText())
                .isEqualTo(pass.code().text());
    }

    @Test
    void aNameOfAnotherScriptIsPrintedInLatinLetters() throws IOException {
        assertThat(text(pdf(Symbology.AZTEC, List.of(Passes.of("Фёдор", "Жуков")))))
                .contains("Zhukov, Fedor");
    }

    private static byte[] pdf(Symbology symbology, List<BoardingPass> passes) {
        return new BoardingPassPdf(new BoardingPassSettings(symbology, Duration.ofMinutes(40))).of(passes);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** The whole page as a phone's camera would see it. */
    private static Result read(byte[] pdf, int page, BarcodeFormat format) throws IOException, NotFoundException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page, 150);
            int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            return new MultiFormatReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(
                                    new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))),
                            Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(format), DecodeHintType.TRY_HARDER, true));
        }
    }

    /** For whoever wants to look. */
    private static void keep(byte[] pdf, String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "boarding-passes"));
        Files.write(folder.resolve(name + ".pdf"), pdf);
    }
}
