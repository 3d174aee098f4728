package io.shouqi.pricing;

import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up a replay, case by case. */
final class ReplaySums {

    private record Key(ReplayPart.Kind kind, String key) {}

    /** What falls on one store, agent, role or row; in fen. */
    static final class Part {

        private final Key key;
        private final String name;
        private int cases;
        private long delta;
        private long moved;

        private Part(Key key, String name) {
            this.key = key;
            this.name = name;
        }

        ReplayPart.Kind kind() {
            return key.kind();
        }

        String key() {
            return key.key();
        }

        String name() {
            return name;
        }

        int cases() {
            return cases;
        }

        long delta() {
            return delta;
        }

        long moved() {
            return moved;
        }
    }

    private final Map<Key, Part> parts = new LinkedHashMap<>();
    private int cases;
    private int changed;
    private int unpriced;
    private Money before = Money.ZERO;
    private Money after = Money.ZERO;
    private Money moved = Money.ZERO;

    void add(PricedCase priced, ReplayAnswer answer) {
        cases++;
        var is = answer.after();
        if (is == null) {
            unpriced++;
            return;
        }
        before = before.plus(answer.before());
        after = after.plus(is);
        if (answer.lines().isEmpty()) {
            return;
        }
        changed++;
        moved = moved.plus(answer.moved());
        var delta = is.minus(answer.before());
        var store = priced.request().storeCode();
        put(ReplayPart.Kind.STORE, store, store, delta, answer.moved());
        agents(priced.agents(), delta, answer.moved());
        answer.lines().forEach(this::line);
    }

    private void agents(List<PricedDeal.Agent> agents, Money delta, Money movedHere) {
        if (agents.isEmpty()) {
            return;
        }
        var equally = Collections.nCopies(agents.size(), BigDecimal.ONE);
        var deltas = delta.split(equally);
        var moves = movedHere.split(equally);
        for (var i = 0; i < agents.size(); i++) {
            put(ReplayPart.Kind.AGENT, agents.get(i).username(), agents.get(i).name(), deltas.get(i), moves.get(i));
        }
    }

    private void line(ReplayCase.Line line) {
        put(
                ReplayPart.Kind.ROW,
                line.rows().key(),
                line.code(),
                line.delta(),
                line.delta().abs());
        if (line.payer().isEmpty()) {
            put(
                    ReplayPart.Kind.ROLE,
                    line.code(),
                    CommissionRules.label(line.code()),
                    line.delta(),
                    line.delta().abs());
        }
    }

    private void put(ReplayPart.Kind kind, String key, String name, Money delta, Money movedHere) {
        var part = parts.computeIfAbsent(new Key(kind, key), k -> new Part(k, name));
        part.cases++;
        part.delta += delta.fen();
        part.moved += movedHere.fen();
    }

    Collection<Part> parts() {
        return parts.values();
    }

    int cases() {
        return cases;
    }

    int changed() {
        return changed;
    }

    int unpriced() {
        return unpriced;
    }

    Money before() {
        return before;
    }

    Money after() {
        return after;
    }

    Money moved() {
        return moved;
    }
}
