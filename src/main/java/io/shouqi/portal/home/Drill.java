package io.shouqi.portal.home;

import io.shouqi.channel.Channel;
import io.shouqi.portal.Attention;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The ways from a figure to its rows.
 *
 * @param store the one that was chosen; null for all
 */
record Drill(@Nullable String store) {

    public Drill in(String other) {
        return new Drill(other);
    }

    public String receipts(LocalDate from, LocalDate to) {
        return receipts(from, to, null);
    }

    public String receipts(LocalDate from, LocalDate to, @Nullable Channel method) {
        return address("/receipts", with("store", store), with("from", from), with("to", to), with("method", method));
    }

    public String receivables(@Nullable LocalDate from, LocalDate to) {
        return address(
                "/receivables",
                with("storeCode", store),
                with("status", "ALL"),
                with("dueFrom", from),
                with("dueTo", to));
    }

    /** What is not paid yet, as the list opens. */
    public String open(LocalDate from, LocalDate to) {
        return address("/receivables", with("storeCode", store), with("dueFrom", from), with("dueTo", to));
    }

    public String overdue(@Nullable LocalDate from, LocalDate to) {
        return address(
                "/receivables",
                with("storeCode", store),
                with("status", "OVERDUE"),
                with("dueFrom", from),
                with("dueTo", to));
    }

    public String tasks(String queue) {
        return address("/tasks", with("queue", queue), with("store", store));
    }

    public String tasksOf(String kind) {
        return address("/tasks", with("queue", "ALL"), with("kind", kind), with("store", store));
    }

    public String contracts(Attention attention) {
        return address("/contracts", with("attention", attention), with("store", store));
    }

    private record Part(String name, @Nullable Object value) {}

    private static Part with(String name, @Nullable Object value) {
        return new Part(name, value);
    }

    private static String address(String path, Part... parts) {
        var address = UriComponentsBuilder.fromPath(path);
        for (var part : parts) {
            if (part.value() != null) {
                address.queryParam(part.name(), part.value());
            }
        }
        return address.encode(StandardCharsets.UTF_8).build().toUriString();
    }
}
