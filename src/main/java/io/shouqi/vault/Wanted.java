package io.shouqi.vault;

import java.util.List;

/**
 * What somebody looks for, in the form in which it is stored: once for each key that stored numbers may carry.
 *
 * @param whole never null, empty where nothing can be found by it
 * @param tail the same; empty unless four characters were given
 */
public record Wanted(List<Fingerprint> whole, List<Fingerprint> tail) {

    public boolean matches(SealedNumber number) {
        return whole.contains(number.index()) || tail.contains(number.tail());
    }
}
