package io.shouqi.audit;

import java.util.List;

/**
 * The answer of the verifier.
 *
 * @param checked links walked
 * @param waiting facts that wait for their seal, as those of the last seconds do
 * @param faults how many findings there are
 * @param findings the first of them
 */
public record Verification(long checked, long waiting, long faults, List<Finding> findings) {

    public boolean intact() {
        return faults == 0;
    }
}
