package io.shouqi.invoice;

import io.shouqi.contract.SignaturePicture;
import io.shouqi.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fee list as it is printed, all of it in words.
 *
 * @param id makes the same list the same document
 * @param frozenAt when it was shown to its payers
 */
public record FeeListPaper(UUID id, Instant frozenAt, String company, String store, Deal deal, List<Part> parts) {

    /**
     * @param edition such as "第 1 稿"
     * @param facts label and value, two in a row
     */
    public record Deal(String contractNo, String edition, List<Fact> facts) {}

    public record Fact(String label, String value) {}

    /**
     * One payer's page.
     *
     * @param answer how and when the payer agreed, in words; empty before that
     */
    public record Part(
            String payer,
            List<Section> sections,
            Money total,
            String answer,
            @Nullable Signed signed) {}

    public record Section(String name, List<Line> lines) {}

    public record Line(String name, String why, Money amount) {}

    public record Signed(SignaturePicture picture, String statement, String day) {}
}
