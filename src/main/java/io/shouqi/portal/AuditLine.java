package io.shouqi.portal;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An event in words: "王店长 修改 合同 HT-20240301-000001 状态：待客户确认 → 收款中".
 *
 * @param who with the absent colleague, where the work was another's
 * @param door how the person came in
 * @param alarming whether somebody went past the application
 * @param changes all of them; a list shows {@link #first}
 */
record AuditLine(
        long id,
        Instant at,
        String who,
        String door,
        @Nullable String address,
        boolean alarming,
        String action,
        String kind,
        @Nullable String subject,
        @Nullable String store,
        List<Change> changes,
        boolean updated,
        @Nullable String detail) {

    private static final int SHOWN = 3;

    record Change(String label, String before, String after) {

        String text() {
            return label + "：" + before + " → " + after;
        }
    }

    /** What a list has room for: the first columns of an update; of a new row its number says enough. */
    public List<Change> first() {
        return updated ? changes.stream().limit(SHOWN).toList() : List.of();
    }

    public int more() {
        return updated ? Math.max(0, changes.size() - SHOWN) : 0;
    }

    String allChanges() {
        return changes.stream().map(Change::text).collect(Collectors.joining("；"));
    }
}
