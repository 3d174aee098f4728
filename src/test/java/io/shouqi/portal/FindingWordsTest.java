package io.shouqi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.audit.Finding;
import io.shouqi.ledger.Voucher;
import io.shouqi.payment.Receipt;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class FindingWordsTest {

    private final FindingWords words = new FindingWords(bundles());

    @Test
    void an_event_is_told_at_the_local_time_to_the_second_and_in_words() {
        assertThat(said("audit_event", "2026-11-25T00:17:50Z login.succeeded login w.xiao ming", Locale.CHINESE))
                .isEqualTo("2026-11-25 08:17:50 登录 账号 w.xiao ming");
        assertThat(said("audit_event", "2026-11-25T00:17:50Z row.updated contract HT-1", Locale.ENGLISH))
                .isEqualTo("2026-11-25 08:17:50 changed contract HT-1");
    }

    @Test
    void every_kind_of_receipt_and_voucher_has_a_word_in_both_languages() {
        for (var locale : new Locale[] {Locale.CHINESE, Locale.ENGLISH}) {
            for (var kind : Receipt.Kind.values()) {
                assertThat(said("receipt", kind + " HT-1", locale))
                        .doesNotContain(kind.name())
                        .endsWith(" HT-1");
            }
            for (var event : Voucher.Event.values()) {
                assertThat(said("voucher", event + " SK-1", locale))
                        .doesNotContain(event.name())
                        .endsWith(" SK-1");
            }
        }
    }

    @Test
    void what_is_no_code_stays_as_it_is() {
        assertThat(said("receipt_allocation", "SK-1 → YS-1", Locale.CHINESE)).isEqualTo("SK-1 → YS-1");
        assertThat(said("audit_event", "2026-11-25 00:17:50.683522+00 x", Locale.CHINESE))
                .isEqualTo("2026-11-25 00:17:50.683522+00 x");
    }

    private String said(String source, String label, Locale locale) {
        return String.valueOf(words.readable(new Finding(Finding.Kind.CHANGED, source, "1", 1, label, "A"), locale)
                .label());
    }

    private static ResourceBundleMessageSource bundles() {
        var bundles = new ResourceBundleMessageSource();
        bundles.setBasenames("messages/audit", "messages/portal");
        bundles.setDefaultEncoding("UTF-8");
        bundles.setFallbackToSystemLocale(false);
        return bundles;
    }
}
