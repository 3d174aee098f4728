package io.shouqi.identity.admin;

import io.shouqi.identity.Actor;
import io.shouqi.shared.Checks;
import io.shouqi.shared.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens, changes, moves and closes areas and stores. A closed one keeps its past: its people still sign in, collect what
 * is open and look things up, but nothing new is opened there and nobody new is put there.
 */
@Service
@Transactional
class UnitDesk {

    private final Units units;
    private final JdbcClient jdbc;

    UnitDesk(Units units, JdbcClient jdbc) {
        this.units = units;
        this.jdbc = jdbc;
    }

    /** @throws Refusal 403 for whoever does not manage the whole company */
    void addArea(Actor actor, UnitForm form) {
        if (!actor.unit().equals(actor.company())) {
            throw Refusal.forbidden("admin.unit.companyOnly");
        }
        var checks = new Checks();
        var code = form.checkedCode(checks);
        var name = form.checkedName(checks);
        checks.refuse();
        insert(actor, code, UnitKind.AREA, name, actor.company(), UnitForm.NOWHERE);
    }

    void addStore(Actor actor, UnitForm form) {
        var checks = new Checks();
        var code = form.checkedCode(checks);
        var name = form.checkedName(checks);
        var parent = openArea(actor, form.checkedParent(checks), checks);
        var city = form.checkedCity(checks, units.cities(actor));
        var place = new UnitForm(null, null, null, city, null, form.checkedPhone(checks), form.checkedAddress(checks));
        checks.refuse();
        insert(actor, code, UnitKind.STORE, name, parent, place);
    }

    private void insert(
            Actor actor,
            @Nullable String code,
            UnitKind kind,
            @Nullable String name,
            @Nullable String parent,
            UnitForm place) {
        var added = jdbc.sql("""
                        insert into organisation_unit(company, code, kind, name, parent, city, phone, address)
                        values (:company, :code, :kind, :name, :parent, :city, :phone, :address) on conflict do nothing
                        """)
                .param("company", actor.company())
                .param("code", code)
                .param("kind", kind.name())
                .param("name", name)
                .param("parent", parent)
                .param("city", place.city())
                .param("phone", place.phone())
                .param("address", place.address())
                .update();
        if (added == 0) {
            throw Refusal.invalid("code", "admin.unit.code.taken");
        }
    }

    /** Changes what may change; the code and the city of a store, which decides its tariff, stay. */
    void change(Actor actor, String code, UnitForm form) {
        var unit = units.managed(actor, code);
        var checks = new Checks();
        var name = form.checkedName(checks);
        if (unit.isStore()) {
            changeStore(actor, unit, name, form, checks);
            return;
        }
        checks.refuse();
        jdbc.sql("update organisation_unit set name = :name where company = :company and code = :code")
                .param("name", name)
                .param("company", actor.company())
                .param("code", code)
                .update();
        if (unit.kind() == UnitKind.COMPANY) {
            jdbc.sql("update company set name = :name where code = :company")
                    .param("name", name)
                    .param("company", actor.company())
                    .update();
        }
    }

    private void changeStore(Actor actor, Unit store, @Nullable String name, UnitForm form, Checks checks) {
        var parent = form.checkedParent(checks);
        // whoever manages the store alone sees no area to choose
        if (!store.code().equals(actor.unit()) && parent != null && !parent.equals(store.parent())) {
            parent = openArea(actor, parent, checks);
        } else {
            parent = store.parent();
        }
        var phone = form.checkedPhone(checks);
        var address = form.checkedAddress(checks);
        checks.refuse();
        jdbc.sql("""
                        update organisation_unit set name = :name, parent = :parent, phone = :phone, address = :address
                         where company = :company and code = :code
                        """)
                .param("name", name)
                .param("parent", parent)
                .param("phone", phone)
                .param("address", address)
                .param("company", actor.company())
                .param("code", store.code())
                .update();
    }

    void close(Actor actor, String code) {
        var unit = units.managed(actor, code);
        if (unit.code().equals(actor.unit())) {
            throw Refusal.conflict("admin.unit.own");
        }
        lock(actor, code);
        var stillOpen = jdbc.sql("select count(*) from organisation_unit where company = ? and parent = ? and active")
                .params(actor.company(), code)
                .query(Integer.class)
                .single();
        if (stillOpen > 0) {
            throw Refusal.conflict("admin.unit.openBelow", stillOpen);
        }
        turn(actor, code, "active = false");
    }

    void reopen(Actor actor, String code) {
        var unit = units.managed(actor, code);
        if (unit.parent() != null && !isOpen(actor, unit.parent()).orElse(false)) {
            throw Refusal.conflict("admin.unit.closedAbove");
        }
        turn(actor, code, "active = true");
    }

    private void turn(Actor actor, String code, String change) {
        jdbc.sql("update organisation_unit set " + change + " where company = ? and code = ?")
                .params(actor.company(), code)
                .update();
    }

    private @Nullable String openArea(Actor actor, @Nullable String code, Checks checks) {
        if (code == null) {
            return null;
        }
        var area = units.managedBy(actor).stream()
                .filter(unit -> unit.isArea() && unit.code().equals(code))
                .findFirst();
        if (area.isEmpty()) {
            checks.add("parent", "admin.unit.area.unknown");
        } else if (!isOpen(actor, code).orElse(false)) {
            checks.add("parent", "admin.unit.closed");
        }
        return code;
    }

    /** Nobody closes it before this transaction ends. */
    private Optional<Boolean> isOpen(Actor actor, String code) {
        return jdbc.sql("select active from organisation_unit where company = ? and code = ? for share")
                .params(actor.company(), code)
                .query(Boolean.class)
                .optional();
    }

    private void lock(Actor actor, String code) {
        jdbc.sql("select code from organisation_unit where company = ? and code = ? for update")
                .params(actor.company(), code)
                .query(String.class)
                .single();
    }
}
