package io.shouqi.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.mac.HmacKey;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.prf.HmacPrfKey;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** All keys as they were in the file at one moment. Never changes; a change of keys makes another one. */
final class Keyring {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int CHECK_BYTES = 8;

    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
            MacConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Map<Keyset, KeysetHandle> keysets;
    private final Aead data;
    private final PrfSet index;
    private final Mac chain;

    private Keyring(Map<Keyset, KeysetHandle> keysets) throws GeneralSecurityException {
        this.keysets = keysets;
        this.data = handle(Keyset.DATA).getPrimitive(RegistryConfiguration.get(), Aead.class);
        this.index = handle(Keyset.INDEX).getPrimitive(RegistryConfiguration.get(), PrfSet.class);
        this.chain = handle(Keyset.CHAIN).getPrimitive(RegistryConfiguration.get(), Mac.class);
    }

    /** New keys that nobody has seen. */
    static Keyring fresh() {
        try {
            var keysets = new EnumMap<Keyset, KeysetHandle>(Keyset.class);
            for (var keyset : Keyset.values()) {
                keysets.put(keyset, KeysetHandle.generateNew(keyset.parameters()));
            }
            return new Keyring(keysets);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK can make these keys", e);
        }
    }

    /** @throws KeysUnavailable where the text is not what {@link #json} writes; the text itself is not repeated */
    static Keyring read(String json, String source) {
        try {
            var tree = JSON.readTree(json);
            var keysets = new EnumMap<Keyset, KeysetHandle>(Keyset.class);
            for (var keyset : Keyset.values()) {
                var part = tree.get(keyset.label());
                if (part == null) {
                    throw new KeysUnavailable(source + " has no keyset \"" + keyset.label() + "\".");
                }
                keysets.put(
                        keyset, TinkJsonProtoKeysetFormat.parseKeyset(part.toString(), InsecureSecretKeyAccess.get()));
            }
            return new Keyring(keysets);
        } catch (JacksonException | GeneralSecurityException e) {
            // the causes may quote the keys
            throw new KeysUnavailable(source + " is not a key file: it is damaged or was cut off.");
        }
    }

    String json() {
        try {
            var tree = JSON.createObjectNode();
            for (var keyset : Keyset.values()) {
                tree.set(
                        keyset.label(),
                        JSON.readTree(TinkJsonProtoKeysetFormat.serializeKeyset(
                                handle(keyset), InsecureSecretKeyAccess.get())));
            }
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keys that were read can be written", e);
        }
    }

    Aead data() {
        return data;
    }

    PrfSet index() {
        return index;
    }

    Mac chain() {
        return chain;
    }

    int current(Keyset keyset) {
        return handle(keyset).getPrimary().getId();
    }

    /** Ids in the order in which the keys were added. */
    List<Integer> ids(Keyset keyset) {
        var handle = handle(keyset);
        return IntStream.range(0, handle.size())
                .filter(i -> handle.getAt(i).getStatus() == KeyStatus.ENABLED)
                .mapToObj(i -> handle.getAt(i).getId())
                .toList();
    }

    /** Keys that rows may still be sealed with or found by, though nothing new is. */
    List<Integer> older(Keyset keyset) {
        return ids(keyset).stream().filter(id -> id != current(keyset)).toList();
    }

    boolean has(Keyset keyset, int id) {
        return ids(keyset).contains(id);
    }

    /** With one more key that is not current yet: who reads must know it before anybody writes with it. */
    Keyring withNewKey(Keyset keyset) {
        return changed(
                keyset,
                builder -> builder.addEntry(KeysetHandle.generateEntryFromParameters(keyset.parameters())
                        .withRandomId()));
    }

    Keyring withCurrent(Keyset keyset, int id) {
        return changed(keyset, builder -> builder.getAt(position(keyset, id)).makePrimary());
    }

    Keyring without(Keyset keyset, int id) {
        return changed(keyset, builder -> builder.deleteAt(position(keyset, id)));
    }

    /** Eight bytes in hex that tell whether two keys of the same id are the same key, and nothing of the key itself. */
    String check(Keyset keyset, int id) {
        try {
            var mac = javax.crypto.Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(
                    material(handle(keyset).getAt(position(keyset, id)).getKey())
                            .toByteArray(InsecureSecretKeyAccess.get()),
                    "HmacSHA256"));
            var text = "shouqi key check " + keyset.label();
            var whole = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(whole, 0, CHECK_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }

    @AccessesPartialKey
    private static SecretBytes material(Key key) {
        if (key instanceof AesGcmKey aead) {
            return aead.getKeyBytes();
        }
        if (key instanceof HmacPrfKey prf) {
            return prf.getKeyBytes();
        }
        if (key instanceof HmacKey mac) {
            return mac.getKeyBytes();
        }
        throw new KeysUnavailable(
                "The key file holds a key of an unknown kind: " + key.getClass().getSimpleName() + ".");
    }

    private KeysetHandle handle(Keyset keyset) {
        return Objects.requireNonNull(keysets.get(keyset));
    }

    private int position(Keyset keyset, int id) {
        var handle = handle(keyset);
        return IntStream.range(0, handle.size())
                .filter(i -> handle.getAt(i).getId() == id)
                .findFirst()
                .orElseThrow();
    }

    private Keyring changed(Keyset keyset, java.util.function.Consumer<KeysetHandle.Builder> change) {
        try {
            var builder = KeysetHandle.newBuilder(handle(keyset));
            change.accept(builder);
            var copy = new EnumMap<>(keysets);
            copy.put(keyset, builder.build());
            return new Keyring(copy);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keyset cannot be changed", e);
        }
    }
}
