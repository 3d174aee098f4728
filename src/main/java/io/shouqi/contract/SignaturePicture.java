package io.shouqi.contract;

import io.shouqi.shared.Refusal;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * A handwritten signature as a PNG that this product made: what a browser sent is read as an image and written anew, so
 * that nothing else travels with it.
 */
public final class SignaturePicture {

    private static final String FIELD = "signature";
    private static final String PREFIX = "data:image/png;base64,";
    private static final int LARGEST_BYTES = 200_000;
    private static final int LONGEST_SIDE = 3000;
    /** Fewer dots are a touch by accident. */
    private static final int FEWEST_DOTS = 60;

    private static final int INK = 0xff1a1a1a;

    private final byte[] png;

    private SignaturePicture(byte[] png) {
        this.png = png;
    }

    /**
     * @param dataUrl as a canvas gives it
     * @throws Refusal where it is no PNG, too large, or nobody signed
     */
    public static SignaturePicture drawn(@Nullable String dataUrl) {
        if (dataUrl == null || !dataUrl.startsWith(PREFIX)) {
            throw Refusal.invalid(FIELD, "signature.missing");
        }
        if (dataUrl.length() > PREFIX.length() + LARGEST_BYTES / 3 * 4 + 4) {
            throw Refusal.invalid(FIELD, "signature.large");
        }
        try {
            var image = read(Base64.getDecoder().decode(dataUrl.substring(PREFIX.length())));
            return new SignaturePicture(written(image));
        } catch (Refusal tooLargeOrEmpty) {
            throw tooLargeOrEmpty;
        } catch (RuntimeException | IOException e) {
            // readers of images fail in many ways on what is none
            throw Refusal.invalid(FIELD, "signature.unreadable");
        }
    }

    /** One that was kept. */
    static SignaturePicture kept(String base64) {
        return new SignaturePicture(Base64.getDecoder().decode(base64));
    }

    private static BufferedImage read(byte[] bytes) throws IOException {
        var readers = ImageIO.getImageReadersByFormatName("png");
        var reader = readers.next();
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in);
            // before anything is unpacked: a small file may claim to be a huge picture
            if (reader.getWidth(0) > LONGEST_SIDE || reader.getHeight(0) > LONGEST_SIDE) {
                throw Refusal.invalid(FIELD, "signature.large");
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    /** Black on nothing, whatever colours came, cut to what was written. */
    private static byte[] written(BufferedImage drawn) {
        var clean = new BufferedImage(drawn.getWidth(), drawn.getHeight(), BufferedImage.TYPE_INT_ARGB);
        var dots = 0;
        var ink = new Rectangle(-1, -1);
        for (var y = 0; y < drawn.getHeight(); y++) {
            for (var x = 0; x < drawn.getWidth(); x++) {
                if (isInk(drawn.getRGB(x, y))) {
                    clean.setRGB(x, y, INK);
                    ink.add(new Rectangle(x, y, 1, 1));
                    dots++;
                }
            }
        }
        if (dots < FEWEST_DOTS) {
            throw Refusal.invalid(FIELD, "signature.missing");
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(clean.getSubimage(ink.x, ink.y, ink.width, ink.height), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static boolean isInk(int argb) {
        var light = (argb >> 16 & 0xff) + (argb >> 8 & 0xff) + (argb & 0xff);
        return (argb >>> 24) > 100 && light < 380;
    }

    public byte[] png() {
        return png.clone();
    }

    String base64() {
        return Base64.getEncoder().encodeToString(png);
    }

    /** For an {@code img}. */
    public String dataUrl() {
        return PREFIX + base64();
    }
}
