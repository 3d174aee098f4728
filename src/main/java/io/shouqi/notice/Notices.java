package io.shouqi.notice;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.live.LiveKind;
import io.shouqi.live.LiveNews;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells people, and keeps what they have been told until they read it. */
@Service
@Transactional
public class Notices {

    private final JdbcClient jdbc;
    private final LiveNews news;
    private final Clock clock;

    Notices(JdbcClient jdbc, LiveNews news, Clock clock) {
        this.jdbc = jdbc;
        this.news = news;
        this.clock = clock;
    }

    /** In the transaction of what happened. The product itself, and who works here no more, is told nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(UUID person, Notice notice) {
        var amount = notice.amount();
        jdbc.sql("""
                        insert into notice(id, company, person, kind, subject, about, who, amount_fen, path, source, made_at)
                        select :id, u.company, u.id, :kind, :subject, :about, :who, :amount, :path, :source, :now
                          from app_user u where u.id = :person and u.active
                        on conflict (person, source) do nothing
                        returning company
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("person", person)
                .param("kind", notice.kind().name())
                .param("subject", notice.subject())
                .param("about", notice.about())
                .param("who", notice.who())
                .param("amount", amount == null ? null : amount.fen())
                .param("path", notice.path())
                .param("source", notice.source())
                .param("now", now())
                .query(String.class)
                .optional()
                .ifPresent(company -> news.announceTo(person, LiveKind.NOTICES, company));
    }

    @Transactional(readOnly = true)
    public long unread(UUID person) {
        return jdbc.sql("select count(*) from notice where person = ? and read_at is null")
                .param(person)
                .query(Long.class)
                .single();
    }

    /**
     * The newest first.
     *
     * @param after the last notice of the page before; null for the first page
     */
    @Transactional(readOnly = true)
    public NoticePage page(UUID person, @Nullable UUID after, int size) {
        var found = jdbc.sql("""
                        select * from notice where person = :person and (:after::uuid is null or id < :after)
                         order by id desc limit :size
                        """)
                .param("person", person)
                .param("after", after)
                .param("size", size + 1)
                .query(Notices::line)
                .list();
        var items = found.stream().limit(size).toList();
        return new NoticePage(items, found.size() > size ? items.get(size - 1).id() : null);
    }

    /**
     * @return where there is more to see
     * @throws Refusal 404 for a notice to somebody else, as if there were none
     */
    public String read(UUID person, UUID id) {
        return jdbc.sql("""
                        update notice set read_at = coalesce(read_at, :now) where id = :id and person = :person returning path
                        """)
                .param("now", now())
                .param("id", id)
                .param("person", person)
                .query(String.class)
                .optional()
                .orElseThrow(() -> Refusal.unknown("notice.unknown"));
    }

    public void readAll(UUID person) {
        jdbc.sql("update notice set read_at = ? where person = ? and read_at is null")
                .params(now(), person)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static NoticeLine line(ResultSet rs, int row) throws SQLException {
        var fen = rs.getObject("amount_fen", Long.class);
        return new NoticeLine(
                rs.getObject("id", UUID.class),
                NoticeKind.valueOf(rs.getString("kind")),
                rs.getString("subject"),
                rs.getString("about"),
                rs.getString("who"),
                fen == null ? null : Money.ofFen(fen),
                rs.getString("path"),
                instant(rs, "made_at"),
                rs.getObject("read_at") == null ? null : instant(rs, "read_at"));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }
}
