package io.shouqi.portal.merchant;

import io.shouqi.shared.BusinessTime;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The day on which each secret was last entered. */
@Component
@Transactional
class SecretDays {

    private final JdbcClient jdbc;
    private final Clock clock;

    SecretDays(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void entered(UUID account, Secret secret) {
        jdbc.sql("""
                        insert into merchant_secret_day(account, secret, set_at) values (?, ?, ?)
                        on conflict (account, secret) do update set set_at = excluded.set_at
                        """)
                .params(account, secret.name(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** Empty for one that nobody entered on a page. */
    Optional<LocalDate> of(UUID account, Secret secret) {
        return jdbc.sql("select set_at from merchant_secret_day where account = ? and secret = ?")
                .params(account, secret.name())
                .query(OffsetDateTime.class)
                .optional()
                .map(at -> at.atZoneSameInstant(BusinessTime.ZONE).toLocalDate());
    }
}
