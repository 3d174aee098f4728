package io.shouqi.channel;

import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HexFormat;

/** What statement files of both channels share. */
final class BillFiles {

    /** A day of the largest chain is about 40 MB; more than this is an attack or a mistake. */
    static final int MOST_BYTES = 256 * 1024 * 1024;

    private BillFiles() {}

    static byte[] read(InputStream in) throws IOException {
        var bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new ChannelUncertain("the statement is larger than " + MOST_BYTES + " bytes");
        }
        return bytes;
    }

    static String digest(String algorithm, byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(algorithm + " is part of every JDK", e);
        }
    }

    /** Yuan as statements write them; fees may have five decimals. */
    static Money money(String yuan) {
        try {
            return Money.ofFen(new BigDecimal(yuan)
                    .movePointRight(2)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            throw new ChannelUncertain("the statement has no amount where one belongs: " + yuan, e);
        }
    }

    static Instant time(String shanghai) {
        try {
            return LocalDateTime.parse(shanghai, AlipayPay.TIME)
                    .atZone(BusinessTime.ZONE)
                    .toInstant();
        } catch (DateTimeException e) {
            throw new ChannelUncertain("the statement has no time where one belongs: " + shanghai, e);
        }
    }

    static int count(String number) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException e) {
            throw new ChannelUncertain("the statement has no number where one belongs: " + number, e);
        }
    }
}
