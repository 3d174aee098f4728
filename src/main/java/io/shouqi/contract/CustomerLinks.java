package io.shouqi.contract;

import io.shouqi.vault.BlindIndex;
import io.shouqi.vault.Fingerprint;
import io.shouqi.vault.Kind;
import io.shouqi.vault.SealedColumn;
import io.shouqi.vault.SealedRows;
import io.shouqi.vault.Vault;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Draws payers' links and knows them again. Whoever reads the database has none of them. */
@Service
public class CustomerLinks {

    private static final SealedColumn TOKEN = new SealedColumn("fee_list_confirmation", "token", Kind.LINK);
    static final SealedRows ROWS = new SealedRows("fee_list_confirmation", List.of("id"), List.of(TOKEN));
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Vault vault;
    private final BlindIndex index;

    CustomerLinks(Vault vault, BlindIndex index) {
        this.vault = vault;
        this.index = index;
    }

    /** A new one for this confirmation. */
    Link draw(UUID confirmation) {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new Link(vault.seal(token, TOKEN.of(confirmation)), index.whole(Kind.LINK, token));
    }

    /** 128 random bits as text; whoever has it is taken for the payer. */
    public String token(Confirmation confirmation) {
        return vault.open(confirmation.link().token(), TOKEN.of(confirmation.id()));
    }

    /** What the link of that token may be stored under. */
    List<Fingerprint> of(String token) {
        return index.wanted(Kind.LINK, token).whole();
    }
}
