package io.shouqi.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param dataDir where everything the product keeps outside of a given database lies
 * @param database passwords of the two product roles on a given server; derived from the administrator's when unset
 */
@ConfigurationProperties("shouqi")
record DatabaseProperties(
        @DefaultValue("./data") Path dataDir, @DefaultValue Passwords database) {

    record Passwords(
            @Nullable String ownerPassword, @Nullable String appPassword) {}
}
