package io.shouqi.pricing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The fact that rules look at. Public because the rules are compiled into a package of their own. */
public final class RuleCase {

    private final int day;
    private String subject = "";
    private String type = "";
    private String city = "";
    private String store = "";
    private long amount;
    private long percent;

    RuleCase(LocalDate on) {
        this.day = Cells.day(on);
    }

    /** What the table is asked about: a channel, a kind of exception, a tax treatment, a template. */
    RuleCase about(String subject) {
        this.subject = subject;
        return this;
    }

    RuleCase type(@Nullable DealType type) {
        this.type = type == null ? "" : type.name();
        return this;
    }

    RuleCase place(String city, String store) {
        this.city = city;
        this.store = store;
        return this;
    }

    RuleCase amount(long fen) {
        this.amount = fen;
        return this;
    }

    /** In ten-thousandths of a percent, so that bounds are whole numbers. */
    RuleCase percent(long scaled) {
        this.percent = scaled;
        return this;
    }

    public int getDay() {
        return day;
    }

    public String getSubject() {
        return subject;
    }

    public String getType() {
        return type;
    }

    public String getCity() {
        return city;
    }

    public String getStore() {
        return store;
    }

    public long getAmount() {
        return amount;
    }

    public long getPercent() {
        return percent;
    }
}
