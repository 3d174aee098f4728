package io.shouqi.workflow;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** Whether bytes are text that people typed: in UTF-8, or as Chinese desktops still write it. */
final class PlainText {

    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private PlainText() {}

    static boolean isText(byte[] content) {
        return content.length > 0
                && IntStream.range(0, content.length).noneMatch(at -> isControl(content[at]))
                && CHARSETS.stream().anyMatch(charset -> reads(content, charset));
    }

    private static boolean isControl(byte one) {
        return (one >= 0 && one < 0x20 && one != '\t' && one != '\n' && one != '\r' && one != '\f') || one == 0x7F;
    }

    private static boolean reads(byte[] content, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
