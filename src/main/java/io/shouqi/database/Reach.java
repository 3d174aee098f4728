package io.shouqi.database;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which rows a transaction sees and writes; the policies of the tables read it.
 *
 * @param company code of a company, {@code *} for all of them, empty for none
 * @param stores codes joined by commas, {@code *} for the whole company
 */
public record Reach(String company, String stores) {

    private static final String ALL = "*";

    /** Nothing at all: what a thread has that declared nothing. */
    public static final Reach NOTHING = new Reach("", "");

    /** Everything: the product's own work. */
    public static final Reach EVERYTHING = new Reach(ALL, ALL);

    public static Reach ofCompany(String company) {
        return new Reach(company, ALL);
    }

    public static Reach ofStores(String company, Set<String> stores) {
        return new Reach(company, String.join(",", new TreeSet<>(stores)));
    }

    /** @param store null for what belongs to the company itself */
    public boolean covers(String company, @Nullable String store) {
        return this.company.equals(ALL)
                || (this.company.equals(company)
                        && (stores.equals(ALL) || (store != null && ("," + stores + ",").contains("," + store + ","))));
    }
}
