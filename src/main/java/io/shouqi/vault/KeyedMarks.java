package io.shouqi.vault;

import io.shouqi.shared.RequestMarks;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Vouches for requests as for chained records, since keys of money never expire and chain keys neither. */
@Component
class KeyedMarks implements RequestMarks {

    private final ChainKey chain;

    KeyedMarks(ChainKey chain) {
        this.chain = chain;
    }

    @Override
    public String of(String fingerprint) {
        return HexFormat.of().formatHex(chain.mac(content(fingerprint)));
    }

    @Override
    public boolean matches(String mark, String fingerprint) {
        return chain.verify(HexFormat.of().parseHex(mark), content(fingerprint));
    }

    private static byte[] content(String fingerprint) {
        return ("request " + fingerprint).getBytes(StandardCharsets.UTF_8);
    }
}
