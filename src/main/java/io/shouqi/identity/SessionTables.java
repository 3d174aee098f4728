package io.shouqi.identity;

import io.shouqi.database.LibraryTables;
import java.util.List;
import org.springframework.stereotype.Component;

/** The tables of sessions, by the script that Spring Session brings. */
@Component
class SessionTables extends LibraryTables {

    SessionTables() {
        super("019", "sessions", List.of("org/springframework/session/jdbc/schema-postgresql.sql"));
    }
}
