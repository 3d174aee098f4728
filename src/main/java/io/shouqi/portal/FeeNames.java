package io.shouqi.portal;

import io.shouqi.adjustment.AdjustmentView;
import io.shouqi.portal.ContractView.LineView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** What the fees of a contract are called; receivables know only their codes. */
public record FeeNames(Map<String, String> byCode) {

    public static FeeNames of(List<LineView> lines) {
        return new FeeNames(
                lines.stream().collect(Collectors.toMap(LineView::code, LineView::name, (one, same) -> one)));
    }

    /** Also those that came with an adjustment and do not stand in the list. */
    public static FeeNames of(List<LineView> lines, List<AdjustmentView> adjustments) {
        var names = new HashMap<String, String>();
        adjustments.stream().flatMap(a -> a.lines().stream()).forEach(line -> names.put(line.code(), line.name()));
        names.putAll(of(lines).byCode());
        return new FeeNames(names);
    }

    public String of(Iterable<String> codes) {
        var names = new StringJoiner("、");
        codes.forEach(code -> names.add(byCode.getOrDefault(code, code)));
        return names.toString();
    }
}
