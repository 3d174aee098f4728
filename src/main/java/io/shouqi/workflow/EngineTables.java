package io.shouqi.workflow;

import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * The engine's tables, made by the scripts it brings, as the owner of the schema; the application has rights on rows
 * alone, so the engine can neither create nor upgrade them itself. Case and decision tables are left out with their
 * engines.
 */
@Component
class EngineTables implements JavaMigration {

    private static final String SCRIPTS = "org/camunda/bpm/engine/db/create/activiti.postgres.create.";

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("010");
    }

    @Override
    public String getDescription() {
        return "process engine";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) {
        for (var part : List.of("engine", "history", "identity")) {
            ScriptUtils.executeSqlScript(context.getConnection(), new ClassPathResource(SCRIPTS + part + ".sql"));
        }
    }
}
