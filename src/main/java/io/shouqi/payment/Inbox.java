package io.shouqi.payment;

import io.shouqi.channel.Notice;
import io.shouqi.vault.CannotOpen;
import io.shouqi.vault.Kind;
import io.shouqi.vault.Sealed;
import io.shouqi.vault.SealedColumn;
import io.shouqi.vault.SealedRows;
import io.shouqi.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Notifications of the channels, each once. A row commits with what it caused; where that fails, the notice is kept by
 * itself and tried again, so that no money is forgotten.
 */
@Component
class Inbox {

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);
    private static final int BATCH = 50;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final SealedColumn NOTICE = new SealedColumn("callback_inbox", "notice", Kind.SECRET);
    static final SealedRows ROWS =
            new SealedRows("callback_inbox", List.of("channel", "notification_id"), List.of(NOTICE));

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;
    private final Clock clock;

    Inbox(JdbcClient jdbc, Vault vault, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    /** @return false where it was dealt with before; a copy that comes at the same moment waits for the first */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean take(Notice notice) {
        return jdbc.sql("""
                                insert into callback_inbox(channel, notification_id, state, received_at)
                                values (?, ?, 'DONE', ?)
                                on conflict (channel, notification_id) do update set state = 'DONE', notice = null
                                  where callback_inbox.state = 'FAILED'
                                """)
                        .params(notice.channel().name(), notice.notificationId(), now())
                        .update()
                > 0;
    }

    /** Keeps a notice whose posting failed. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void keep(Notice.Payment notice, RuntimeException failure) {
        jdbc.sql("""
                        insert into callback_inbox(channel, notification_id, state, notice, error, next_at, received_at)
                        values (:channel, :id, 'FAILED', :notice, :error, :next, :now)
                        on conflict (channel, notification_id) do update
                          set attempts = callback_inbox.attempts + 1, error = excluded.error, next_at = excluded.next_at
                          where callback_inbox.state = 'FAILED'
                        """)
                .param("channel", notice.channel().name())
                .param("id", notice.notificationId())
                .param(
                        "notice",
                        vault.seal(
                                        json.writeValueAsString(notice),
                                        NOTICE.of(notice.channel(), notice.notificationId()))
                                .bytes())
                .param("error", failure.getClass().getName())
                .param("next", now().plus(PAUSE))
                .param("now", now())
                .update();
    }

    /** Notices to try again now. */
    @Transactional
    List<Notice.Payment> failed() {
        return jdbc
                .sql("select * from callback_inbox where state = 'FAILED' and next_at <= ? order by next_at limit ?")
                .params(now(), BATCH)
                .query(this::notice)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** One that does not open waits for a person, while its neighbours go on. */
    private Optional<Notice.Payment> notice(ResultSet row, int number) throws SQLException {
        var place = NOTICE.of(row.getString("channel"), row.getString("notification_id"));
        try {
            var text = vault.open(new Sealed(row.getBytes("notice")), place);
            return Optional.of(json.readValue(text, Notice.Payment.class));
        } catch (CannotOpen e) {
            log.error("a notice that failed before cannot be tried again: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
