package io.shouqi.portal.till;

import io.shouqi.portal.NumberSearch;
import io.shouqi.portal.lists.Scoped;
import io.shouqi.shared.SearchText;
import io.shouqi.vault.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where typed words may stand. Each place is looked up in an index of its own, and the answers are put together, so that
 * half a million receipts do not matter.
 */
final class ReceiptWords {

    private static final List<String> PLACES = List.of(
            "select number from receipt where number = :code",
            "select number from receipt where contract_no = :code",
            "select number from receipt where order_no = :code",
            "select receipt_no from receipt_allocation where receivable_no = :code",
            "select receipt_no from receipt_reversal where number = :code",
            "select number from receipt where slip_no = :typed",
            """
            select o.number from contract_party p join contract c on c.id = p.contract_id
              join receipt o on o.contract_no = c.number
             where p.phone_index = any(:phones) or p.phone_tail = any(:phoneTails)
                or p.id_no_index = any(:idNos) or p.id_no_tail = any(:idNoTails)""");

    private static final String AMOUNT = "select number from receipt where company = :company and amount_fen = :fen";

    private static final String NAME = "select number from receipt"
            + " where company = :company and store_code = any(:stores) and payer_name like :anywhere";

    /** Of the home, as in the list of contracts. */
    private static final String ADDRESS = "select o.number from contract c join receipt o on o.contract_no = c.number"
            + " where c.id in (select contracts_holding(:typed, :anywhere))";

    private static final Pattern LETTERS = Pattern.compile("\\p{L}");
    private static final Pattern DIGITS = Pattern.compile("\\d");
    private static final Pattern DECORATION = Pattern.compile("[¥￥,，]|元$");

    private ReceiptWords() {}

    /** Numbers of the product are written in capitals, however they are typed; no name has a digit. */
    static Scoped narrow(Scoped scoped, String typed, NumberSearch search) {
        var places = new ArrayList<>(PLACES);
        var numbers = search.of(typed);
        scoped.with("code", typed.toUpperCase(Locale.ROOT))
                .with("typed", typed)
                .with("phones", Fingerprint.array(numbers.phone().whole()))
                .with("phoneTails", Fingerprint.array(numbers.phone().tail()))
                .with("idNos", Fingerprint.array(numbers.idNo().whole()))
                .with("idNoTails", Fingerprint.array(numbers.idNo().tail()));
        Handover.yuan(DECORATION.matcher(typed).replaceAll("")).ifPresent(amount -> {
            places.add(AMOUNT);
            scoped.with("fen", amount.fen());
        });
        var anywhere = SearchText.anywhere(typed);
        if (anywhere != null && typed.length() > 1 && LETTERS.matcher(typed).find()) {
            places.add(ADDRESS);
            scoped.with("anywhere", anywhere);
            if (!DIGITS.matcher(typed).find()) {
                places.add(NAME);
            }
        }
        return scoped.and("r.number in (" + String.join(" union ", places) + ")");
    }
}
