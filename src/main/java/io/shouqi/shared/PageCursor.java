package io.shouqi.shared;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where a page of a list ended; the next begins after it. Callers pass it on as they got it.
 *
 * @param order the order the rows stood in
 * @param value what the last row is sorted by
 * @param number what makes the last row unique
 */
public record PageCursor(String order, String value, String number) {

    private static final String GAP = "\n";

    /** @throws Refusal 400 where the text is no cursor of a list in that order */
    public static PageCursor parse(String text, String order) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            var parts = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .split(GAP, -1);
            if (parts.length == 3 && parts[0].equals(order) && !parts[2].isEmpty() && parts[2].indexOf('\0') < 0) {
                return new PageCursor(order, parts[1], parts[2]);
            }
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw unknown();
        }
        throw unknown();
    }

    public static Refusal unknown() {
        return Refusal.malformed("cursor", "list.cursor");
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(GAP, order, value, number).getBytes(StandardCharsets.UTF_8));
    }
}
