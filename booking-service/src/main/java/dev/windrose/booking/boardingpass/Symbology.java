package dev.windrose.booking.boardingpass;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.util.Map;

/** The barcodes that gates read. */
public enum Symbology {
    /** Square, what phones show best. */
    AZTEC(BarcodeFormat.AZTEC, Map.of(EncodeHintType.ERROR_CORRECTION, 33)),
    /** Wide, for older readers of paper. */
    PDF417(BarcodeFormat.PDF_417, Map.of(EncodeHintType.ERROR_CORRECTION, 4, EncodeHintType.MARGIN, 0));

    private final BarcodeFormat format;
    private final Map<EncodeHintType, ?> hints;

    Symbology(BarcodeFormat format, Map<EncodeHintType, ?> hints) {
        this.format = format;
        this.hints = hints;
    }

    /** The modules of the code, without a quiet zone. */
    BitMatrix encode(String text) {
        try {
            return new MultiFormatWriter().encode(text, format, 0, 0, hints);
        } catch (WriterException e) {
            throw new IllegalStateException("60 characters of ASCII fit into any of these codes", e);
        }
    }
}
