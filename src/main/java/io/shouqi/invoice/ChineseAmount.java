package io.shouqi.invoice;

import io.shouqi.shared.Money;

/**
 * Renminbi in Chinese capitals 大写, as 会计基础工作规范 article 52 wants it: 整 after yuan and jiao, none after fen; one 零
 * for any run of noughts inside.
 */
final class ChineseAmount {

    private static final String[] DIGITS = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final long MYRIAD = 10_000;
    private static final long HUNDRED_MILLION = MYRIAD * MYRIAD;

    private ChineseAmount() {}

    /** @return such as 人民币伍万元整; nothing may be written in before or behind */
    static String of(Money amount) {
        var fen = amount.abs().fen();
        return "人民币" + (amount.isNegative() ? "负" : "") + yuan(fen / 100) + small(fen);
    }

    private static String yuan(long yuan) {
        return yuan == 0 ? "" : whole(yuan) + "元";
    }

    private static String small(long fen) {
        var yuan = fen / 100;
        var jiao = (int) (fen / 10 % 10);
        var rest = (int) (fen % 10);
        if (jiao == 0 && rest == 0) {
            return yuan == 0 ? "零元整" : "整";
        }
        // a nought at the end of the yuan is said before jiao, and one in place of jiao before fen
        var nought = yuan > 0 && (jiao == 0 || yuan % 10 == 0) ? DIGITS[0] : "";
        return nought + (jiao == 0 ? "" : DIGITS[jiao] + "角") + (rest == 0 ? "整" : DIGITS[rest] + "分");
    }

    private static String whole(long number) {
        if (number >= HUNDRED_MILLION) {
            return whole(number / HUNDRED_MILLION) + "亿" + below(HUNDRED_MILLION, number % HUNDRED_MILLION);
        }
        if (number >= MYRIAD) {
            return whole(number / MYRIAD) + "万" + below(MYRIAD, number % MYRIAD);
        }
        return thousands((int) number);
    }

    /** What follows a larger unit: noughts in front of it are said once. */
    private static String below(long unit, long rest) {
        if (rest == 0) {
            return "";
        }
        return (rest < unit / 10 ? DIGITS[0] : "") + whole(rest);
    }

    private static String thousands(int number) {
        var text = new StringBuilder();
        var nought = false;
        for (var place = PLACES.length - 1; place >= 0; place--) {
            var digit = number / (int) Math.pow(10, place) % 10;
            if (digit == 0) {
                nought = !text.isEmpty();
                continue;
            }
            text.append(nought ? DIGITS[0] : "").append(DIGITS[digit]).append(PLACES[place]);
            nought = false;
        }
        return text.toString();
    }
}
