package io.shouqi.audit;

import java.util.List;

/** Compares the anchors with the links while these pass by. */
class AnchorsAlong {

    private final List<Anchor> anchors;
    private final Findings findings;

    AnchorsAlong(List<Anchor> anchors, Findings findings) {
        this.anchors = anchors.stream()
                .sorted(java.util.Comparator.comparingLong(Anchor::position))
                .toList();
        this.findings = findings;
    }

    private int next;

    void passed(Seal seal) {
        for (; next < anchors.size() && anchors.get(next).position() <= seal.position(); next++) {
            var anchor = anchors.get(next);
            // one that points into a gap is no news: the gap is a finding
            if (anchor.position() == seal.position() && !anchor.chain().equals(seal.chain())) {
                findings.add(Finding.of(Finding.Kind.OTHER_CHAIN, anchor));
            }
        }
    }

    /** The farthest anchor tells how much is missing. */
    void ended() {
        if (next < anchors.size()) {
            findings.add(Finding.of(Finding.Kind.CUT, anchors.get(anchors.size() - 1)));
        }
    }
}
