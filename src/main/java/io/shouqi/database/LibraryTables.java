package io.shouqi.database;

import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * Tables that a library brings scripts for, made as the owner of the schema: the application has rights on rows alone, so
 * the library can neither create nor upgrade them itself.
 */
public abstract class LibraryTables implements JavaMigration {

    private final MigrationVersion version;
    private final String description;
    private final List<String> scripts;

    /** @param scripts places on the class path, in the order they run */
    protected LibraryTables(String version, String description, List<String> scripts) {
        this.version = MigrationVersion.fromVersion(version);
        this.description = description;
        this.scripts = List.copyOf(scripts);
    }

    @Override
    public final MigrationVersion getVersion() {
        return version;
    }

    @Override
    public final String getDescription() {
        return description;
    }

    @Override
    public final @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public final boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public final void migrate(Context context) {
        scripts.forEach(script -> ScriptUtils.executeSqlScript(context.getConnection(), new ClassPathResource(script)));
    }
}
