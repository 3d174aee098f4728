package io.shouqi.invoice;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.net.URI;
import java.util.Map;

/** A QR code as squares, so that it prints sharp at any size. */
final class QrCode {

    private final BitMatrix modules;

    private QrCode(BitMatrix modules) {
        this.modules = modules;
    }

    static QrCode of(URI address) {
        var hints = Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);
        try {
            return new QrCode(new QRCodeWriter().encode(address.toString(), BarcodeFormat.QR_CODE, 0, 0, hints));
        } catch (WriterException e) {
            throw new IllegalArgumentException("not an address for a QR code: " + address, e);
        }
    }

    void draw(Pen pen, float x, float y, float size) {
        var module = size / modules.getWidth();
        for (var row = 0; row < modules.getHeight(); row++) {
            for (var column = 0; column < modules.getWidth(); column++) {
                var from = column;
                while (column < modules.getWidth() && modules.get(column, row)) {
                    column++;
                }
                if (column > from) {
                    pen.block(x + from * module, y + size - (row + 1) * module, (column - from) * module, module);
                }
            }
        }
    }
}
