package dev.windrose.booking.boardingpass;

import com.google.zxing.common.BitMatrix;
import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** A page of A4 that is drawn on, measured in points from its lower left corner. Text too long for its place is set smaller. */
final class PassPage implements AutoCloseable {
    static final float LEFT = 40;
    static final float MIDDLE = 235;
    static final float RIGHT = 390;

    private static final PDRectangle A4 = PDRectangle.A4;
    private static final float END = A4.getWidth() - LEFT;
    private static final float BARCODE_SIDE = 210;
    private static final Color INK = new Color(0x11, 0x18, 0x27);
    private static final Color PALE = new Color(0x4b, 0x55, 0x63);
    private static final Color BAND = new Color(0x0b, 0x25, 0x45);

    private final PDPageContentStream content;
    private final PDType0Font font;

    PassPage(PDDocument document, PDType0Font font) throws IOException {
        PDPage page = new PDPage(A4);
        document.addPage(page);
        this.content = new PDPageContentStream(document, page);
        this.font = font;
    }

    void head(String left, String right) throws IOException {
        content.setNonStrokingColor(BAND);
        content.addRect(0, A4.getHeight() - 68, A4.getWidth(), 68);
        content.fill();
        text(LEFT, A4.getHeight() - 43, new Style(24, true, Color.WHITE), 320, left);
        textTo(END, A4.getHeight() - 41, new Style(16, false, Color.WHITE), 180, right);
    }

    void codes(String from, String to) throws IOException {
        Style style = new Style(58, true, INK);
        text(LEFT, 712, style, 200, from);
        textTo(END, 712, style, 200, to);
        content.setStrokingColor(PALE);
        content.setLineWidth(2);
        content.moveTo(230, 732);
        content.lineTo(365, 732);
        content.moveTo(353, 740);
        content.lineTo(365, 732);
        content.lineTo(353, 724);
        content.stroke();
    }

    /** A line with something at both ends. */
    void ends(float y, float size, String left, String right) throws IOException {
        Style style = new Style(size, false, PALE);
        text(LEFT, y, style, 245, left);
        textTo(END, y, style, 245, right);
    }

    void large(float x, float y, float width, String label, String value) throws IOException {
        text(x, y, new Style(13, false, PALE), width, label);
        text(x, y - 42, new Style(42, true, INK), width, value);
    }

    void small(float x, float y, float width, String label, String value) throws IOException {
        text(x, y, new Style(13, false, PALE), width, label);
        text(x, y - 25, new Style(22, true, INK), width, value);
    }

    void foot(String line) throws IOException {
        text(LEFT, 40, new Style(12, false, PALE), 515, line);
    }

    /** In the middle of the page, a square's side high or as wide as the page allows. */
    void barcode(BitMatrix code) throws IOException {
        float module = Math.min(BARCODE_SIDE / code.getHeight(), (END - LEFT) / code.getWidth());
        float left = (A4.getWidth() - module * code.getWidth()) / 2;
        float top = (A4.getHeight() + module * code.getHeight()) / 2;
        content.setNonStrokingColor(Color.BLACK);
        for (int y = 0; y < code.getHeight(); y++) {
            int x = 0;
            while (x < code.getWidth()) {
                int end = x;
                while (end < code.getWidth() && code.get(end, y)) {
                    end++;
                }
                if (end > x) {
                    content.addRect(left + x * module, top - (y + 1) * module, (end - x) * module, module);
                }
                x = end + 1;
            }
        }
        content.fill();
    }

    private record Style(float size, boolean bold, Color color) {}

    private void textTo(float end, float y, Style style, float width, String text) throws IOException {
        String shown = PrintedText.of(text);
        text(end - width(shown, fitting(shown, style, width)), y, style, width, text);
    }

    private void text(float x, float y, Style style, float width, String text) throws IOException {
        String shown = PrintedText.of(text);
        float size = fitting(shown, style, width);
        content.beginText();
        content.setFont(font, size);
        content.setNonStrokingColor(style.color);
        content.setRenderingMode(style.bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        content.setStrokingColor(style.color);
        content.setLineWidth(size / 30);
        content.newLineAtOffset(x, y);
        content.showText(shown);
        content.endText();
    }

    private float fitting(String text, Style style, float width) throws IOException {
        float wanted = width(text, style.size);
        return wanted <= width ? style.size : style.size * width / wanted;
    }

    private float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
