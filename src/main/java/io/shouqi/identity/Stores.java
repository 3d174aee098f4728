package io.shouqi.identity;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The stores of the organisation tree. */
@Service
@Transactional(readOnly = true)
public class Stores {

    private static final String STORES = """
            select s.company, s.code, s.name, a.name as area, s.city, s.phone, s.address
              from organisation_unit s join organisation_unit a on a.company = s.company and a.code = s.parent
             where s.kind = 'STORE' and s.company = :company
            """;

    private final JdbcClient jdbc;

    Stores(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The open stores an actor may see, by code. */
    public List<Store> visibleTo(Actor actor) {
        if (actor.stores().isEmpty()) {
            return List.of();
        }
        return jdbc.sql(STORES + " and s.active and s.code in (:codes) order by s.code")
                .param("company", actor.company())
                .param("codes", actor.stores())
                .query(Store.class)
                .list();
    }

    public Optional<Store> find(String company, String code) {
        return one(STORES, company, code);
    }

    public Optional<Store> findOpen(String company, String code) {
        return one(STORES + " and s.active", company, code);
    }

    private Optional<Store> one(String stores, String company, String code) {
        return jdbc.sql(stores + " and s.code = :code")
                .param("company", company)
                .param("code", code)
                .query(Store.class)
                .optional();
    }

    /** Whether it takes in business; it cannot be closed before the caller's transaction ends. */
    @Transactional
    public boolean isOpen(String company, String code) {
        return jdbc.sql("""
                        select active from organisation_unit
                         where company = ? and code = ? and kind = 'STORE' for share
                        """)
                .params(company, code)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
