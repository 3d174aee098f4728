package io.shouqi.vault;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param keyFile where the keys lie; made at the first start
 * @param keys the content of such a file, where it comes from the environment instead; never printed
 * @param lookEvery how soon a node notices that the file has changed
 */
@ConfigurationProperties(VaultProperties.PREFIX)
record VaultProperties(
        @DefaultValue("./data/keys.json") Path keyFile,
        @Nullable String keys,
        @DefaultValue("PT2S") Duration lookEvery) {

    static final String PREFIX = "shouqi.vault";

    KeySource source() {
        return keys == null || keys.isBlank() ? KeySource.file(keyFile) : KeySource.given(keys);
    }

    @Override
    public String toString() {
        return "keys in " + source();
    }
}
