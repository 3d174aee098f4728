package io.shouqi.vault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals the rows of one table again, each batch in a transaction of its own. */
@Component
class Reseal {

    private static final Logger log = LoggerFactory.getLogger(Reseal.class);
    private static final int BATCH = 200;
    private static final String START = "(0,0)";

    private final Vault vault;
    private final BlindIndex index;
    private final JdbcClient jdbc;
    private final TransactionTemplate batch;

    Reseal(Vault vault, BlindIndex index, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.vault = vault;
        this.index = index;
        this.jdbc = jdbc;
        this.batch = new TransactionTemplate(transactions);
        batch.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @return how many rows have moved */
    int all(SealedRows rows, Keyring ring) {
        var moved = 0;
        var after = START;
        while (true) {
            var from = after;
            var places = batch.execute(status -> stale(rows, ring, from).stream()
                    .map(row -> new Done(row.place(), moved(rows, row)))
                    .toList());
            if (places == null || places.isEmpty()) {
                return moved;
            }
            moved += (int) places.stream().filter(Done::moved).count();
            after = places.get(places.size() - 1).place();
        }
    }

    long left(SealedRows rows, Keyring ring) {
        return jdbc.sql("select count(*) from " + rows.table() + " where " + rows.stale())
                .params(current(ring))
                .query(Long.class)
                .single();
    }

    /** Goes through the table in its physical order, so that a row that does not open is passed by only once. */
    private List<Row> stale(SealedRows rows, Keyring ring, String after) {
        var sql = "select ctid::text as place, concat_ws('/', %s) as key, t.* from %s t where ctid > :after::tid and %s"
                .formatted(String.join(", ", rows.key()), rows.table(), rows.stale());
        // a row somebody is writing is left for the next pass: waiting for it could make two wait for each other
        return jdbc.sql(sql + " order by ctid limit :batch for no key update skip locked")
                .params(current(ring))
                .param("after", after)
                .param("batch", BATCH)
                .query((row, number) -> {
                    var cells = new LinkedHashMap<SealedColumn, Sealed>();
                    for (var column : rows.columns()) {
                        var bytes = row.getBytes(column.name());
                        if (bytes != null) {
                            cells.put(column, new Sealed(bytes));
                        }
                    }
                    return new Row(row.getString("place"), row.getString("key"), cells);
                })
                .list();
    }

    private boolean moved(SealedRows rows, Row row) {
        try {
            var fresh = new LinkedHashMap<String, byte[]>();
            row.cells().forEach((column, cell) -> fresh.putAll(again(cell, column.of(row.key()))));
            var set = fresh.keySet().stream().map(name -> name + " = :" + name).collect(Collectors.joining(", "));
            jdbc.sql("update " + rows.table() + " set " + set + " where ctid = :place::tid")
                    .params(fresh)
                    .param("place", row.place())
                    .update();
            return true;
        } catch (CannotOpen e) {
            log.error("a row cannot be sealed again: {}", e.getMessage());
            return false;
        }
    }

    private Map<String, byte[]> again(Sealed cell, Place place) {
        var column = place.column();
        var plain = vault.open(cell, place);
        var cells = new LinkedHashMap<String, byte[]>();
        cells.put(column.name(), vault.seal(plain, place).bytes());
        if (column.kind().found() != Kind.Found.NEVER) {
            cells.put(column.index(), index.whole(column.kind(), plain).bytes());
        }
        if (column.kind().found() == Kind.Found.BY_WHOLE_OR_TAIL) {
            cells.put(column.tail(), index.tail(column.kind(), plain).bytes());
        }
        return cells;
    }

    private static Map<String, byte[]> current(Keyring ring) {
        return Map.of(
                "data", KeyPrefix.of(ring.current(Keyset.DATA)),
                "index", Fingerprint.prefix(ring.current(Keyset.INDEX)));
    }

    private record Row(String place, String key, Map<SealedColumn, Sealed> cells) {}

    private record Done(String place, boolean moved) {}
}
