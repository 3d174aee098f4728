package io.shouqi.portal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who writes to the customer: company and store, and how to reach them. */
@Component
@Transactional
public class Letterheads {

    private final JdbcClient jdbc;

    Letterheads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param prices address of the store's price display */
    public record Letterhead(String company, String store, String phone, String address, String prices) {}

    public Letterhead of(String company, String storeCode) {
        return jdbc.sql("""
                        select c.name as company, s.name as store, coalesce(s.phone, '') as phone,
                               coalesce(s.address, '') as address,
                               '/prices/' || s.company || '/' || s.code as prices
                          from organisation_unit s join company c on c.code = s.company
                         where s.company = ? and s.code = ?
                        """).params(company, storeCode).query(Letterhead.class).single();
    }
}
