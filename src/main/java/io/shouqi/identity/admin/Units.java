package io.shouqi.identity.admin;

import io.shouqi.identity.Actor;
import io.shouqi.shared.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The part of the organisation that an administrator manages: the own unit and what is below it. */
@Component
@Transactional(readOnly = true)
class Units {

    private static final String TREE = """
            with recursive tree as (
              select u.*, array[u.code] as path from organisation_unit u where u.company = :company and u.code = :unit
              union all
              select c.*, t.path || c.code from organisation_unit c
                join tree t on c.company = t.company and c.parent = t.code),
            headcount as (
              select above, count(*) as people
                from tree t
                join app_user p on p.company = t.company and p.unit = t.code and p.active
                cross join unnest(t.path) as above
               group by above)
            select t.*, coalesce(h.people, 0) as people
              from tree t left join headcount h on h.above = t.code order by t.path
            """;

    private final JdbcClient jdbc;

    Units(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The own unit first, each followed by what is below it. */
    List<Unit> managedBy(Actor actor) {
        return jdbc.sql(TREE)
                .param("company", actor.company())
                .param("unit", actor.unit())
                .query(Units::map)
                .list();
    }

    /** @throws Refusal 404 also where the unit exists but is not this administrator's */
    Unit managed(Actor actor, String code) {
        return managedBy(actor).stream()
                .filter(unit -> unit.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("admin.unit.unknown", code));
    }

    Set<String> codes(Actor actor) {
        return managedBy(actor).stream().map(Unit::code).collect(Collectors.toSet());
    }

    /** Codes at or below a unit that the administrator manages. */
    Set<String> codesWithin(Actor actor, String code) {
        managed(actor, code);
        return managedBy(actor).stream()
                .filter(unit -> unit.isWithin(code))
                .map(Unit::code)
                .collect(Collectors.toSet());
    }

    /** Where the company has stores, of any area. */
    Set<String> cities(Actor actor) {
        return jdbc.sql("select city from organisation_unit where company = ? and city is not null")
                .param(actor.company())
                .query(String.class)
                .set();
    }

    private static Unit map(ResultSet rs, int row) throws SQLException {
        return new Unit(
                rs.getString("code"),
                UnitKind.valueOf(rs.getString("kind")),
                rs.getString("name"),
                rs.getString("parent"),
                rs.getString("city"),
                rs.getString("phone"),
                rs.getString("address"),
                rs.getBoolean("active"),
                List.of((String[]) rs.getArray("path").getArray()),
                rs.getInt("people"));
    }
}
