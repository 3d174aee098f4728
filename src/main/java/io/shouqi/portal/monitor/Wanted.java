package io.shouqi.portal.monitor;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What to look at; null does not narrow.
 *
 * @param version null for all of that process
 * @param store one of the actor's
 * @param element the one whose cases are listed
 * @param sort null for the order of the diagram
 */
record Wanted(
        @Nullable String process,
        @Nullable Integer version,
        @Nullable String store,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Measure measure,
        CaseState state,
        @Nullable String element,
        @Nullable Measure sort) {

    public Wanted at(String element) {
        return new Wanted(process, version, store, from, to, measure, state, element, sort);
    }

    Wanted ofAllProcesses() {
        return new Wanted(null, null, store, from, to, measure, state, null, sort);
    }

    public Wanted in(CaseState state) {
        return new Wanted(process, version, store, from, to, measure, state, element, sort);
    }

    public Wanted ofAllElements() {
        return new Wanted(process, version, store, from, to, measure, state, null, sort);
    }

    /** @param name of a measure; null for the order of the diagram */
    public Wanted sortedBy(@Nullable String name) {
        var by = name == null ? null : Measure.valueOf(name);
        return new Wanted(process, version, store, from, to, measure, state, element, by);
    }

    public boolean isSortedBy(String name) {
        return sort != null && sort.name().equals(name);
    }

    public String map() {
        return address("/monitor").toUriString();
    }

    public String drawing() {
        return address("/monitor/diagram").toUriString();
    }

    public String standing() {
        return address("/monitor/standing").toUriString();
    }

    public String cases() {
        return address("/monitor/cases").queryParam("state", state).toUriString();
    }

    public String incidents() {
        return address("/monitor/incidents").toUriString();
    }

    public String jobs() {
        return address("/monitor/jobs").toUriString();
    }

    String page(String path, String cursor) {
        return address(path)
                .queryParam("state", state)
                .queryParam("cursor", cursor)
                .toUriString();
    }

    private UriComponentsBuilder address(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        add(address, "process", process);
        add(address, "version", version);
        add(address, "store", store);
        add(address, "from", from);
        add(address, "to", to);
        add(address, "measure", measure == Measure.MONEY ? null : measure);
        add(address, "element", element);
        add(address, "sort", sort);
        return address.encode(StandardCharsets.UTF_8);
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            // a template variable, so that no sign in it is taken for part of the address
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }
}
