package io.shouqi.identity;

import java.util.Locale;

/** What an API key can be limited to. */
public enum ApiPart {
    STORES,
    QUOTES,
    CONTRACTS,
    RECEIVABLES,
    PAYMENTS,
    TASKS,
    RULES,
    LEDGER;

    public String read() {
        return name().toLowerCase(Locale.ROOT) + ":read";
    }

    public String write() {
        return name().toLowerCase(Locale.ROOT) + ":write";
    }
}
