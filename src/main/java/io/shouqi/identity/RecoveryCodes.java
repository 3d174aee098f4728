package io.shouqi.identity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ten codes on paper; each opens the door once where the phone is lost. Only hashes are kept. */
@Component
class RecoveryCodes {

    static final int HOW_MANY = 10;

    private static final int GROUPS = 4;
    private static final int GROUP = 4;
    private static final Pattern DASHES = Pattern.compile("[\\s-]+");
    private static final Pattern BETWEEN_GROUPS = Pattern.compile("(?<=\\G.{" + GROUP + "})(?=.)");

    private final JdbcClient jdbc;
    private final LoginLog log;
    private final Clock clock;

    RecoveryCodes(JdbcClient jdbc, LoginLog log, Clock clock) {
        this.jdbc = jdbc;
        this.log = log;
        this.clock = clock;
    }

    /** @return new ones, shown once; those before open no more */
    List<String> renew(UUID user) {
        forget(user);
        var codes = Stream.generate(() -> RandomText.ofLength(GROUPS * GROUP))
                .limit(HOW_MANY)
                .toList();
        codes.forEach(code -> jdbc.sql("insert into recovery_code(user_id, code_hash) values (?, ?)")
                .params(user, ApiKeys.hash(code))
                .update());
        log.recoveryCodesRenewed(user, HOW_MANY);
        return codes.stream()
                .map(code -> BETWEEN_GROUPS.matcher(code).replaceAll("-"))
                .toList();
    }

    /** @return whether it was one that was left; it is used up by that */
    boolean use(UUID user, String code) {
        var plain = DASHES.matcher(code).replaceAll("").toLowerCase(Locale.ROOT);
        return jdbc.sql("update recovery_code set used_at = ? where user_id = ? and code_hash = ? and used_at is null")
                        .params(OffsetDateTime.now(clock), user, ApiKeys.hash(plain))
                        .update()
                == 1;
    }

    int left(UUID user) {
        return jdbc.sql("select count(*) from recovery_code where user_id = ? and used_at is null")
                .param(user)
                .query(Integer.class)
                .single();
    }

    void forget(UUID user) {
        jdbc.sql("delete from recovery_code where user_id = ?").param(user).update();
    }
}
