package io.shouqi.identity;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.shared.Refusal;
import io.shouqi.vault.Kind;
import io.shouqi.vault.Sealed;
import io.shouqi.vault.SealedColumn;
import io.shouqi.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The second factor of a login: a phone that shows one-time codes, and recovery codes on paper beside it. */
@Service
@Transactional
public class SecondFactor {

    static final SealedColumn SECRET = new SealedColumn("second_factor", "secret", Kind.SECRET);

    private static final String IN_USE = "confirmed";
    private static final String WAITING = "not confirmed";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final RecoveryCodes recovery;
    private final Clock clock;

    SecondFactor(JdbcClient jdbc, Vault vault, RecoveryCodes recovery, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.recovery = recovery;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public boolean isOn(UUID user) {
        return find(user, IN_USE).isPresent();
    }

    @Transactional(readOnly = true)
    public int recoveryCodesLeft(UUID user) {
        return recovery.left(user);
    }

    /** Draws a secret for a new phone. The old phone stays good until the new one has shown its first code. */
    public void begin(UUID user) {
        drop(user, WAITING);
        var id = UuidCreator.getTimeOrderedEpoch();
        jdbc.sql("insert into second_factor(id, user_id, secret, made_at) values (?, ?, ?, ?)")
                .params(
                        id,
                        user,
                        vault.seal(OneTimeCodes.newSecret(), SECRET.of(id)).bytes(),
                        OffsetDateTime.now(clock))
                .update();
    }

    /** The secret of a phone that has still to show its first code, in Base32. */
    @Transactional(readOnly = true)
    Optional<String> waiting(UUID user) {
        return find(user, WAITING).map(this::secret);
    }

    /**
     * The new phone has shown a code: it takes the place of the old one, and new recovery codes that of the old ones.
     *
     * @return the recovery codes, shown once
     * @throws Refusal naming the field {@code code}
     */
    public List<String> confirm(UUID user, String code) {
        var waiting = find(user, WAITING).orElseThrow(() -> Refusal.conflict("factor.begin"));
        var step = step(waiting, code);
        if (step.isEmpty()) {
            throw Refusal.invalid("code", "factor.code.wrong");
        }
        drop(user, IN_USE);
        jdbc.sql("update second_factor set confirmed = true, last_step = ? where id = ?")
                .params(step.getAsLong(), waiting.id())
                .update();
        return recovery.renew(user);
    }

    /** Whether the phone shows that code now; it opens once. */
    public boolean accepts(UUID user, String code) {
        var row = find(user, IN_USE);
        var step = row.map(r -> step(r, code)).orElse(OptionalLong.empty());
        return step.isPresent()
                && jdbc.sql("update second_factor set last_step = :step where id = :id and last_step < :step")
                                .param("step", step.getAsLong())
                                .param("id", row.orElseThrow().id())
                                .update()
                        == 1;
    }

    /** Whether it is a recovery code that was left; it opens once. */
    public boolean acceptsRecovery(UUID user, String code) {
        return recovery.use(user, code);
    }

    /** @return shown once; the old ones open no more */
    public List<String> renewRecoveryCodes(UUID user) {
        if (!isOn(user)) {
            throw Refusal.conflict("factor.begin");
        }
        return recovery.renew(user);
    }

    /** From now on the password alone opens: by the person, or by an administrator where everything is lost. */
    public void remove(UUID user) {
        drop(user, WAITING);
        drop(user, IN_USE);
        recovery.forget(user);
    }

    private OptionalLong step(Row row, String code) {
        return OneTimeCodes.step(secret(row), code, clock.instant(), row.lastStep());
    }

    private String secret(Row row) {
        return vault.open(row.secret(), SECRET.of(row.id()));
    }

    private Optional<Row> find(UUID user, String state) {
        return jdbc.sql("select id, secret, last_step from second_factor where user_id = ? and " + state)
                .param(user)
                .query(SecondFactor::row)
                .optional();
    }

    private static Row row(ResultSet rs, int number) throws SQLException {
        return new Row(
                rs.getObject("id", UUID.class),
                new Sealed(rs.getBytes("secret")),
                rs.getObject("last_step", Long.class));
    }

    private void drop(UUID user, String state) {
        jdbc.sql("delete from second_factor where user_id = ? and " + state)
                .param(user)
                .update();
    }

    private record Row(UUID id, Sealed secret, @Nullable Long lastStep) {}
}
