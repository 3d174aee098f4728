package io.shouqi.contract;

import io.shouqi.identity.Actor;
import io.shouqi.pricing.PartyRole;
import io.shouqi.shared.Refusal;
import io.shouqi.vault.Kind;
import io.shouqi.vault.Sealed;
import io.shouqi.vault.SealedColumn;
import io.shouqi.vault.SealedRows;
import io.shouqi.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Payers sign on the store's own device: a confirmation like any other, with the signature as its evidence. */
@Service
@Transactional
public class SignatureDesk {

    private static final SealedColumn PICTURE = new SealedColumn("fee_list_signature", "picture", Kind.SECRET);
    static final SealedRows ROWS = new SealedRows("fee_list_signature", List.of("confirmation_id"), List.of(PICTURE));

    private final FeeListDesk feeLists;
    private final Contracts contracts;
    private final Vault vault;
    private final JdbcClient jdbc;
    private final Clock clock;

    SignatureDesk(FeeListDesk feeLists, Contracts contracts, Vault vault, JdbcClient jdbc, Clock clock) {
        this.feeLists = feeLists;
        this.contracts = contracts;
        this.vault = vault;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param statement the sentence above the signature
     * @param evidence says in the confirmation how it was given
     * @throws Refusal 409 where the payer answered already
     */
    public void sign(
            Contract known,
            PartyRole payer,
            SignaturePicture picture,
            String statement,
            String evidence,
            Actor witness) {
        var contract = contracts.lock(known.number());
        var confirmation = contracts.current(contract).confirmation(payer);
        if (!confirmation.pending()) {
            throw Refusal.conflict("feeList.answered");
        }
        feeLists.confirm(contract, payer, evidence, witness);
        jdbc.sql("""
                        insert into fee_list_signature(confirmation_id, picture, statement, signed_at, store_code,
                          recorded_by, recorded_by_name)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        confirmation.id(),
                        vault.seal(picture.base64(), PICTURE.of(confirmation.id()))
                                .bytes(),
                        statement,
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        contract.storeCode(),
                        witness.id(),
                        witness.name())
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<Signature> of(Confirmation confirmation) {
        return jdbc.sql("select * from fee_list_signature where confirmation_id = ?")
                .param(confirmation.id())
                .query((row, number) -> read(row, confirmation))
                .optional();
    }

    /** When somebody signed, without opening the picture. */
    @Transactional(readOnly = true)
    public Optional<Instant> signedAt(Confirmation confirmation) {
        return jdbc.sql("select signed_at from fee_list_signature where confirmation_id = ?")
                .param(confirmation.id())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private Signature read(ResultSet row, Confirmation confirmation) throws SQLException {
        var place = PICTURE.of(row.getObject("confirmation_id", UUID.class));
        return new Signature(
                confirmation.payer(),
                SignaturePicture.kept(vault.open(new Sealed(row.getBytes("picture")), place)),
                row.getString("statement"),
                row.getObject("signed_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by_name"));
    }
}
