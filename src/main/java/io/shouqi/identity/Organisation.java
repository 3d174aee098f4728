package io.shouqi.identity;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets up companies, areas, stores, people and keys. Every call is safe to repeat. */
@Service
@Transactional
public class Organisation {

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final Clock clock;

    Organisation(JdbcClient jdbc, PasswordEncoder passwords, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** A company is the root of its tree; its unit has the company's code. */
    public void company(String code, String name, String taxpayer) {
        jdbc.sql("insert into company(code, name, taxpayer) values (?, ?, ?) on conflict do nothing")
                .params(code, name, taxpayer)
                .update();
        unit(new UnitRow(code, code, "COMPANY", name, null, null, null, null));
    }

    public void area(String company, String code, String name) {
        unit(new UnitRow(company, code, "AREA", name, company, null, null, null));
    }

    public void store(Store store, String areaCode) {
        unit(new UnitRow(
                store.company(),
                store.code(),
                "STORE",
                store.name(),
                areaCode,
                store.city(),
                store.phone(),
                store.address()));
    }

    private void unit(UnitRow u) {
        jdbc.sql("""
                        insert into organisation_unit(company, code, kind, name, parent, city, phone, address)
                        values (:company, :code, :kind, :name, :parent, :city, :phone, :address) on conflict do nothing
                        """).paramSource(u).update();
    }

    /**
     * @param unit code of the company, area or store whose data this person sees
     * @return the user's id, new or as it was
     */
    public UUID user(String company, String unit, String username, String name, String password, Set<Role> roles) {
        var id = UuidCreator.getTimeOrderedEpoch();
        var created = jdbc.sql("""
                        insert into app_user(id, company, unit, username, name, password_hash)
                        values (?, ?, ?, ?, ?, ?) on conflict (username) do nothing
                        """)
                .params(id, company, unit, username, name, Objects.requireNonNull(passwords.encode(password)))
                .update();
        if (created == 0) {
            return jdbc.sql("select id from app_user where username = ?")
                    .param(username)
                    .query(UUID.class)
                    .single();
        }
        roles.forEach(role -> jdbc.sql("insert into user_role(user_id, role) values (?, ?)")
                .params(id, role.name())
                .update());
        return id;
    }

    /** A key for everything that its user may do. */
    public void apiKey(String name, String key, UUID user) {
        var token = new ApiToken(key);
        jdbc.sql("""
                        insert into api_key(id, key_hash, hint, name, user_id, scopes, created_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict (key_hash) do nothing
                        """)
                .params(
                        UuidCreator.getTimeOrderedEpoch(),
                        token.hash(),
                        token.hint(),
                        name,
                        user,
                        Arrays.stream(ApiPart.values()).map(ApiPart::write).collect(Collectors.joining(",")),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    public boolean isEmpty() {
        return jdbc.sql("select not exists (select 1 from company)")
                .query(Boolean.class)
                .single();
    }

    private record UnitRow(
            String company,
            String code,
            String kind,
            String name,
            @Nullable String parent,
            @Nullable String city,
            @Nullable String phone,
            @Nullable String address) {}
}
