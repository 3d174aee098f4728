package io.shouqi.portal.till;

import io.shouqi.portal.NumberSearch;
import io.shouqi.vault.Fingerprint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where typed words may stand. Each place is looked up in an index of its own, and the answers are put together, so that
 * half a million receipts do not matter.
 *
 * @param query for the numbers of the receipts
 */
record ReceiptWords(String query, Map<String, Object> parameters) {

    private static final List<String> PLACES = List.of(
            "select number from receipt where number = :code",
            "select number from receipt where contract_no = :code",
            "select number from receipt where order_no = :code",
            "select receipt_no from receipt_allocation where receivable_no = :code",
            "select receipt_no from receipt_reversal where number = :code",
            "select number from receipt where slip_no = :typed",
            """
            select r.number from contract_party p join contract c on c.id = p.contract_id
              join receipt r on r.contract_no = c.number
             where p.phone_index = any(:phones) or p.phone_tail = any(:phoneTails)
                or p.id_no_index = any(:idNos) or p.id_no_tail = any(:idNoTails)""");

    private static final String AMOUNT = "select number from receipt where company = :company and amount_fen = :fen";

    private static final String NAME =
            "select number from receipt where company = :company and store_code in (:stores) and payer_name like :like";

    private static final Pattern LETTERS = Pattern.compile("\\p{L}");
    private static final Pattern NUMBER_OF_OURS = Pattern.compile("[A-Z]{1,2}-?\\d{8}[-\\d]*");
    private static final Pattern DECORATION = Pattern.compile("[¥￥,，]|元$");
    private static final Pattern WILD = Pattern.compile("[\\\\%_]");

    static ReceiptWords of(ReceiptFilter filter, NumberSearch search) {
        var typed = String.valueOf(filter.q());
        var places = new ArrayList<>(PLACES);
        var parameters = new HashMap<String, Object>();
        var numbers = search.of(typed);
        parameters.put("code", filter.code());
        parameters.put("typed", typed);
        parameters.put("phones", Fingerprint.array(numbers.phone().whole()));
        parameters.put("phoneTails", Fingerprint.array(numbers.phone().tail()));
        parameters.put("idNos", Fingerprint.array(numbers.idNo().whole()));
        parameters.put("idNoTails", Fingerprint.array(numbers.idNo().tail()));
        Handover.yuan(DECORATION.matcher(typed).replaceAll("")).ifPresent(amount -> {
            places.add(AMOUNT);
            parameters.put("fen", amount.fen());
        });
        if (LETTERS.matcher(typed).find()
                && !NUMBER_OF_OURS.matcher(filter.code()).matches()) {
            places.add(NAME);
            parameters.put("like", "%" + WILD.matcher(typed).replaceAll("\\\\$0") + "%");
        }
        return new ReceiptWords(String.join(" union ", places), parameters);
    }
}
