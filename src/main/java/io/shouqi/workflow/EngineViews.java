package io.shouqi.workflow;

import io.shouqi.database.LibraryTables;
import java.util.List;
import org.springframework.stereotype.Component;

/** What many running cases are asked for at once; apart from our own tables, since it stands on the engine's. */
@Component
class EngineViews extends LibraryTables {

    EngineViews() {
        super("011", "views of the process engine", List.of("db/engine/views.sql"));
    }
}
