package io.shouqi.portal;

import io.shouqi.portal.ContractView.LineView;
import io.shouqi.shared.Money;
import java.util.List;

/**
 * Fees that belong together.
 *
 * @param name BASIC, EXTENDED or ENTRUSTED
 */
public record FeeSection(String name, List<Line> lines, Money total) {

    public record Line(LineView fee, FeeReason reason) {}
}
