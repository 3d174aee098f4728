package io.shouqi.identity;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Checks;
import io.shouqi.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is away when, and who stands in. People enter their own leave, managers and administrators that of people at or
 * below their unit, so that no deputy gets more than whoever enters it has; nobody makes himself the deputy of another.
 */
@Service
@Transactional
class Leaves {

    private static final int LONGEST_DAYS = 366;

    private static final String LEAVES = """
            select l.id, l.user_id as "user", u.name, d.name as deputy_name, l.from_day, l.to_day,
                   l.from_day <= :today as current
              from user_leave l join app_user u on u.id = l.user_id join app_user d on d.id = l.deputy_id
             where l.revoked_at is null and l.to_day >= :today
            """;

    private final JdbcClient jdbc;
    private final Colleagues colleagues;
    private final Clock clock;

    Leaves(JdbcClient jdbc, Colleagues colleagues, Clock clock) {
        this.jdbc = jdbc;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    /** Now and to come, of everybody whose leave this person may enter. */
    @Transactional(readOnly = true)
    public List<Leave> managedBy(Actor actor) {
        return jdbc
                .sql(LEAVES + " order by l.from_day, l.id")
                .param("today", today())
                .query(Leave.class)
                .list()
                .stream()
                .filter(leave -> colleagues.mayManage(actor, leave.user()))
                .toList();
    }

    /** @throws Refusal naming every field that is wrong */
    public void enter(Actor actor, Request request) {
        requireOneself(actor);
        var checks = new Checks();
        var from = checks.date("from", request.from());
        var to = checks.date("to", request.to());
        checkDays(from, to, checks);
        var absent = colleague("username", request.username(), actor, checks);
        var deputy = colleague("deputy", request.deputy(), actor, checks);
        if (absent != null && !colleagues.mayManage(actor, absent.id())) {
            checks.add("username", "leave.notYours");
        }
        checkDeputy(actor, absent, deputy, checks);
        checks.refuse();
        if (absent == null || deputy == null || from == null || to == null) {
            throw new IllegalStateException("a missing field was not refused");
        }
        store(new Row(
                UuidCreator.getTimeOrderedEpoch(),
                absent.id(),
                deputy.id(),
                deputy.name(),
                from,
                to,
                actor.id(),
                OffsetDateTime.now(clock)));
    }

    private void checkDays(@Nullable LocalDate from, @Nullable LocalDate to, Checks checks) {
        if (from != null && from.isBefore(today())) {
            checks.add("from", "leave.past");
        }
        if (from != null && to != null && to.isBefore(from)) {
            checks.add("to", "leave.backwards");
        }
        if (from != null && to != null && to.isAfter(from.plusDays(LONGEST_DAYS))) {
            checks.add("to", "leave.long", LONGEST_DAYS);
        }
    }

    private void checkDeputy(
            Actor actor, Colleagues.@Nullable Person absent, Colleagues.@Nullable Person deputy, Checks checks) {
        if (absent == null || deputy == null) {
            return;
        }
        if (absent.id().equals(deputy.id())) {
            checks.add("deputy", "leave.self");
        } else if (deputy.id().equals(actor.id())) {
            checks.add("deputy", "leave.deputy.you");
        } else if (!colleagues.mayChoose(actor, absent.id(), deputy.id())) {
            checks.add("deputy", "leave.deputy.far");
        }
    }

    private Colleagues.@Nullable Person colleague(String field, @Nullable String username, Actor actor, Checks checks) {
        var name = checks.required(field, username, 100);
        if (name == null) {
            return null;
        }
        var found = colleagues.named(name, actor.company());
        if (found.isEmpty()) {
            checks.add(field, "leave.unknown");
        }
        return found.orElse(null);
    }

    /** The rows of both people are held, so that two leaves entered at once cannot overlap. */
    private void store(Row row) {
        jdbc.sql("select id from app_user where id in (:user, :deputy) order by id for update")
                .paramSource(row)
                .query(UUID.class)
                .list();
        if (overlaps(row, row.user())) {
            throw Refusal.invalid("from", "leave.overlap");
        }
        if (overlaps(row, row.deputy())) {
            throw Refusal.invalid("deputy", "leave.deputy.away");
        }
        jdbc.sql("""
                        insert into user_leave(id, user_id, deputy_id, deputy_name, from_day, to_day, made_by, made_at)
                        values (:id, :user, :deputy, :deputyName, :from, :to, :by, :at)
                        """).paramSource(row).update();
    }

    private boolean overlaps(Row row, UUID person) {
        return jdbc.sql("""
                        select exists (select 1 from user_leave where user_id = :person and revoked_at is null
                          and from_day <= :to and to_day >= :from)
                        """)
                .param("person", person)
                .param("from", row.from())
                .param("to", row.to())
                .query(Boolean.class)
                .single();
    }

    /** From the next request on nobody stands in any more. */
    public void revoke(Actor actor, UUID id) {
        requireOneself(actor);
        var user = jdbc.sql("select user_id from user_leave where id = ? and revoked_at is null")
                .param(id)
                .query(UUID.class)
                .optional()
                .filter(person -> colleagues.mayManage(actor, person))
                .orElseThrow(() -> Refusal.unknown("leave.gone"));
        jdbc.sql("update user_leave set revoked_at = ? where id = ? and user_id = ? and revoked_at is null")
                .params(OffsetDateTime.now(clock), id, user)
                .update();
    }

    /** A deputy hands nothing on. */
    private static void requireOneself(Actor actor) {
        var absent = actor.actingFor();
        if (absent != null) {
            throw Refusal.forbidden("leave.acting", absent.name());
        }
    }

    private LocalDate today() {
        return BusinessTime.today(clock);
    }

    /** As it was typed. */
    record Request(
            @Nullable String username,
            @Nullable String deputy,
            @Nullable String from,
            @Nullable String to) {}

    private record Row(
            UUID id,
            UUID user,
            UUID deputy,
            String deputyName,
            LocalDate from,
            LocalDate to,
            UUID by,
            OffsetDateTime at) {}
}
