package io.shouqi.portal;

import io.shouqi.adjustment.AdjustmentView;
import io.shouqi.approval.ApprovalTrail;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fee adjustment as its page shows it. */
public record AdjustmentSheet(AdjustmentView adjustment, List<Line> lines, ApprovalTrail trail) {

    /** @param reason in words; null where the corrected table has no such fee */
    public record Line(AdjustmentView.Line fee, @Nullable FeeReason reason) {}
}
