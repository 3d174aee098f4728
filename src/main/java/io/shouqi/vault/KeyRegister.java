package io.shouqi.vault;

import io.shouqi.database.Caller;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Remembers in the database which keys it was written with, so that it is never opened with others. */
@Component
class KeyRegister {

    /** Rows move from one of these to the next; what was chained stays with its key. */
    static final List<Keyset> ROTATING = List.of(Keyset.DATA, Keyset.INDEX);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    KeyRegister(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Reads the keys, and makes them where neither they nor anything sealed exists yet.
     *
     * @throws KeysUnavailable where keys are missing or are others
     */
    Keyring open(KeySource source) {
        return Caller.SYSTEM.call(() -> Objects.requireNonNull(transaction.execute(status -> {
            // two nodes may start at once, and only one may make keys
            jdbc.sql("select pg_advisory_xact_lock(7412002)").query(rs -> {});
            var known = known();
            if (!known.isEmpty() && source.text().isEmpty()) {
                throw new KeysUnavailable("The database holds sealed data, but there is no key file " + source
                        + ". Put it back from its backup, or point shouqi.vault.key-file at it. Without these keys"
                        + " nobody can read the phone numbers, id numbers and merchant keys in this database.");
            }
            var ring = source.keysOrNew();
            requireAll(known, ring, source.toString());
            add(ring);
            return ring;
        })));
    }

    /** @throws KeysUnavailable where one is missing that the database still needs */
    void record(Keyring ring, String source) {
        Caller.SYSTEM.run(() -> transaction.executeWithoutResult(status -> {
            requireAll(known(), ring, source);
            add(ring);
        }));
    }

    /** What a look at all rows found: when none is left under older keys, those may be retired. */
    void noteUse(Keyring ring, long rowsLeft) {
        for (var keyset : ROTATING) {
            var unused = rowsLeft == 0 ? ring.older(keyset) : List.<Integer>of();
            jdbc.sql("""
                            update vault_key set unused_since = case when key_id = any(:unused) then :now::timestamptz end
                             where keyset = :keyset and key_id = any(:held)
                               and (unused_since is null) = (key_id = any(:unused))
                            """)
                    .param("unused", numbers(unused))
                    .param("held", numbers(ring.ids(keyset)))
                    .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .param("keyset", keyset.label())
                    .update();
        }
    }

    private static Long[] numbers(List<Integer> ids) {
        return ids.stream().map(Integer::toUnsignedLong).toArray(Long[]::new);
    }

    private List<Known> known() {
        return jdbc.sql("select keyset, key_id, check_value, unused_since is null as needed from vault_key")
                .query(Known.class)
                .list();
    }

    private void add(Keyring ring) {
        for (var keyset : Keyset.values()) {
            for (var id : ring.ids(keyset)) {
                jdbc.sql("""
                                insert into vault_key(keyset, key_id, check_value, first_seen) values (?, ?, ?, ?)
                                on conflict (keyset, key_id) do nothing
                                """)
                        .params(
                                keyset.label(),
                                Integer.toUnsignedLong(id),
                                ring.check(keyset, id),
                                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .update();
            }
        }
    }

    private static void requireAll(List<Known> known, Keyring ring, String source) {
        var missing = known.stream()
                .filter(Known::needed)
                .filter(key -> !ring.has(key.purpose(), key.id()))
                .toList();
        if (!missing.isEmpty()) {
            throw new KeysUnavailable("The database holds data sealed with " + names(missing) + ", and " + source
                    + " does not have it. Put the key file of this database back from its backup.");
        }
        var others = known.stream()
                .filter(key -> ring.has(key.purpose(), key.id()))
                .filter(key -> !ring.check(key.purpose(), key.id()).equals(key.checkValue()))
                .toList();
        if (!others.isEmpty()) {
            throw new KeysUnavailable("In " + source + " the " + names(others) + " is not the one the database was"
                    + " written with. Put the key file of this database back from its backup.");
        }
    }

    private static String names(List<Known> keys) {
        return keys.stream()
                .map(key -> key.keyset() + " key " + key.keyId())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private record Known(String keyset, long keyId, String checkValue, boolean needed) {

        Keyset purpose() {
            return Keyset.valueOf(keyset.toUpperCase(Locale.ROOT));
        }

        int id() {
            return (int) keyId;
        }
    }
}
