package io.shouqi.shared;

/**
 * Marks by which a request is known again, made with a key outside of the database. The hash alone would betray a phone
 * number in the request to whoever tries them all.
 */
public interface RequestMarks {

    /** @param fingerprint as {@link IdempotentCalls#fingerprint} gives it; not to be stored */
    String of(String fingerprint);

    /** @param mark as stored, however long ago */
    boolean matches(String mark, String fingerprint);
}
