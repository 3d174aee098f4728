package io.shouqi.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouqi.ShouqiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShouqiTest
class DatabaseRolesTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_application_works_as_a_role_without_powers_that_owns_nothing() {
        assertThat(text("select current_user")).isEqualTo("shouqi_app");
        assertThat(text("""
                        select concat_ws(',', rolsuper, rolcreatedb, rolcreaterole, rolbypassrls, rolreplication)
                          from pg_roles where rolname = 'shouqi_app'
                        """)).isEqualTo("f,f,f,f,f");
        assertThat(
                        text(
                                "select count(*)::text from pg_class c join pg_roles r on r.oid = c.relowner where rolname = current_user"))
                .isEqualTo("0");
        assertThat(text("select rolpassword is null from pg_roles where rolname = 'shouqi_app'"))
                .isEqualTo("f");
    }

    @Test
    void every_table_belongs_to_the_owner_role_which_has_no_powers_either() {
        assertThat(text("""
                        select string_agg(distinct tableowner, ',') from pg_tables where schemaname = 'public'
                        """)).isEqualTo("shouqi_owner");
        assertThat(text("select rolsuper::text from pg_roles where rolname = 'shouqi_owner'"))
                .isEqualTo("false");
    }

    @Test
    void the_application_cannot_make_tables_or_take_them_away() {
        assertThatThrownBy(() -> jdbc.sql("create table mine(id int)").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> jdbc.sql("drop table receipt").update())
                .rootCause()
                .hasMessageContaining("must be owner");
    }

    private String text(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
