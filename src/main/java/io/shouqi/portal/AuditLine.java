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
 * @param changes all of them
 * @param telling those that matter in a list: all of an update, few of a new row or one that is gone
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
        List<Change> telling,
        @Nullable String detail) {

    private static final int SHOWN = 3;

    record Change(String label, String before, String after) {

        String text() {
            return label + "：" + before + " → " + after;
        }
    }

    /** What a list has room for. */
    public List<Change> first() {
        return telling.stream().limit(SHOWN).toList();
    }

    public int more() {
        return Math.max(0, telling.size() - SHOWN);
    }

    String allChanges() {
        return changes.stream().map(Change::text).collect(Collectors.joining("；"));
    }
}
