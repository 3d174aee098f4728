package io.shouqi.vault;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a failed start into one readable paragraph instead of a stack trace. */
class KeysUnavailableAnalyzer extends AbstractFailureAnalyzer<KeysUnavailable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, KeysUnavailable cause) {
        return new FailureAnalysis(cause.getMessage(), "See docs/operations.md, section \"Keys\".", cause);
    }
}
