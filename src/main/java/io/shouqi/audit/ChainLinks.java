package io.shouqi.audit;

import io.shouqi.vault.ChainKey;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Makes links and tells whether one holds. Who can write the database but has not the key can do neither. */
@Component
class ChainLinks {

    private static final HexFormat HEX = HexFormat.of();

    private final ChainKey key;

    ChainLinks(ChainKey key) {
        this.key = key;
    }

    Seal next(Seal before, String source, Fact fact, Instant at) {
        var bare = new Seal(
                before.position() + 1, source, fact.key(), fact.digest(), "", at.truncatedTo(ChronoUnit.MICROS));
        var chain = HEX.formatHex(key.mac(content(before.chain(), bare)));
        return new Seal(bare.position(), source, fact.key(), fact.digest(), chain, bare.sealedAt());
    }

    boolean holds(String chainBefore, Seal seal) {
        return key.verify(HEX.parseHex(seal.chain()), content(chainBefore, seal));
    }

    /** Every part is written with its length, so that no two links have the same bytes. */
    private static byte[] content(String chainBefore, Seal seal) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(chainBefore);
            out.writeLong(seal.position());
            out.writeUTF(seal.source());
            out.writeUTF(seal.key());
            out.writeUTF(seal.digest());
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, seal.sealedAt()));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
