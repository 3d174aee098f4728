package io.shouqi.pricing;

import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What a deal costs, by the fee table that was in force when it was signed. */
@Service
public class PriceBook {

    private static final String ROUNDING = "HALF_UP 0.01";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final RuleTables tables;

    PriceBook(RuleTables tables) {
        this.tables = tables;
    }

    private record Item(String code, String payer) {}

    /** @throws Refusal naming {@code price}, {@code signedOn} or {@code services[i]} where the table has no answer */
    public Quote quote(QuoteRequest request) {
        var table = tables.on(request.company(), Tables.FEES, request.signedOn());
        var base = base(request);
        var fired = table.table()
                .fire(new RuleCase(request.signedOn())
                        .type(request.type())
                        .place(request.city(), request.storeCode())
                        .amount(base.fen()));
        var lines = lines(request, base, table.version().version(), fired);
        requireEveryService(request, lines);
        if (lines.stream().noneMatch(l -> l.group() == FeeGroup.BASIC)) {
            throw Refusal.invalid(
                    request.type() == DealType.RENTAL ? "monthlyRent" : "price", "pricing.noRow", request.city());
        }
        return new Quote(lines, Money.sum(lines.stream().map(FeeLine::amount).toList()));
    }

    private static Money base(QuoteRequest request) {
        return Objects.requireNonNull(request.type() == DealType.RENTAL ? request.monthlyRent() : request.price());
    }

    private static List<FeeLine> lines(QuoteRequest request, Money base, int version, List<Row> fired) {
        var items = new LinkedHashMap<Item, List<Row>>();
        for (var row : fired) {
            var wanted = "BASIC".equals(row.text("group")) || request.services().contains(row.needed("code"));
            if (wanted) {
                items.computeIfAbsent(new Item(row.needed("code"), row.needed("payer")), i -> new ArrayList<>())
                        .add(row);
            }
        }
        return items.values().stream()
                .map(Specificity::most)
                .map(rows -> line(request, base, version, Fee.of(base, rows)))
                .toList();
    }

    private static FeeLine line(QuoteRequest request, Money base, int version, Fee.Result fee) {
        var row = fee.row();
        var group = FeeGroup.valueOf(row.needed("group"));
        var tax = row.needed("tax");
        var entrusted = tax.equals(Tables.ENTRUSTED);
        var discount = group == FeeGroup.BASIC && !entrusted ? request.discountPercent() : null;
        return new FeeLine(
                row.needed("code"),
                row.needed("name"),
                PartyRole.valueOf(row.needed("payer")),
                discounted(fee.amount(), discount),
                group,
                entrusted,
                entrusted || tax.equals(Tables.NO_TAX) ? null : tax,
                new Why("fees", version, row.number(), inputs(request, base, fee, discount), ROUNDING));
    }

    private static Money discounted(Money amount, @Nullable BigDecimal percent) {
        return percent == null ? amount : amount.times(HUNDRED.subtract(percent).movePointLeft(2));
    }

    private static Map<String, String> inputs(
            QuoteRequest request, Money base, Fee.Result fee, @Nullable BigDecimal discount) {
        var inputs = new LinkedHashMap<String, String>();
        inputs.put(request.type() == DealType.RENTAL ? "月租（元）" : "成交价（元）", base.yuan());
        inputs.put("签约日期", request.signedOn().toString());
        inputs.put("计算方式", Tables.label(column("mode"), fee.row().needed("mode")));
        if (fee.contributing().size() > 1) {
            fee.contributing().forEach(band -> inputs.put("第 " + band.number() + " 行", bandText(band)));
        } else {
            fee.contributing().forEach(band -> inputs.put("档位", bandText(band)));
        }
        put(inputs, "最低（元）", fee.row().money("minimum"));
        put(inputs, "最高（元）", fee.row().money("maximum"));
        if (discount != null) {
            inputs.put("打折（%）", discount.stripTrailingZeros().toPlainString());
        }
        return inputs;
    }

    private static String bandText(Row band) {
        var text = new StringBuilder();
        var from = band.money("from");
        var to = band.money("to");
        if (from != null) {
            text.append("超过 ").append(from.yuan()).append(' ');
        }
        if (to != null) {
            text.append("不超过 ").append(to.yuan()).append(' ');
        }
        var rate = band.number("rate");
        if (rate != null) {
            text.append(
                    "MONTHS".equals(band.text("mode"))
                            ? rate.stripTrailingZeros().toPlainString() + " 个月"
                            : rate.movePointRight(2).stripTrailingZeros().toPlainString() + "%");
        }
        var fixed = band.money("fixed");
        if (fixed != null) {
            text.append(rate == null ? "" : " + ").append(fixed.yuan()).append(" 元");
        }
        return text.toString().strip();
    }

    private static void put(Map<String, String> inputs, String label, @Nullable Money amount) {
        if (amount != null) {
            inputs.put(label, amount.yuan());
        }
    }

    private static Column column(String name) {
        return Tables.FEES.columns().get(Tables.FEES.indexOf(name));
    }

    private static void requireEveryService(QuoteRequest request, List<FeeLine> lines) {
        for (var i = 0; i < request.services().size(); i++) {
            var code = request.services().get(i);
            if (lines.stream().noneMatch(l -> l.code().equals(code) && l.group() == FeeGroup.EXTENDED)) {
                throw Refusal.invalid("services[" + i + "]", "pricing.service.unknown", String.valueOf(code));
            }
        }
    }

    /** The extended services a customer may order with such a deal. */
    public List<FeeItem> services(String company, DealType type, String city, String storeCode, LocalDate on) {
        return tables.on(company, Tables.FEES, on).table().rows().stream()
                .filter(row -> "EXTENDED".equals(row.text("group")))
                .filter(row -> type.name().equals(row.text("type")))
                .filter(row -> !row.has("city") || city.equals(row.text("city")))
                .filter(row -> !row.has("store") || storeCode.equals(row.text("store")))
                .map(row -> new FeeItem(row.needed("code"), row.needed("name"), FeeGroup.EXTENDED))
                .distinct()
                .toList();
    }
}
