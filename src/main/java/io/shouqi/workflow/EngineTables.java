package io.shouqi.workflow;

import io.shouqi.database.LibraryTables;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The engine's tables, by the scripts it brings. Case and decision tables are left out with their engines. */
@Component
class EngineTables extends LibraryTables {

    private static final String SCRIPTS = "org/camunda/bpm/engine/db/create/activiti.postgres.create.";

    EngineTables() {
        super(
                "010",
                "process engine",
                Stream.of("engine", "history", "identity")
                        .map(part -> SCRIPTS + part + ".sql")
                        .toList());
    }
}
