package io.shouqi.notice;

import io.shouqi.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell one person.
 *
 * @param subject number of what it is about, as people know it
 * @param about the same in words, without names of customers
 * @param who did it; null where nobody of the house did
 * @param path of the page where there is more to see
 * @param source what it was told by, where that may come twice; null for what is told in the transaction of its cause
 */
public record Notice(
        NoticeKind kind,
        String subject,
        String about,
        @Nullable String who,
        @Nullable Money amount,
        String path,
        @Nullable String source) {

    /** What a colleague did, told in the same transaction. */
    public static Notice by(String who, NoticeKind kind, String subject, String about, String path) {
        return new Notice(kind, subject, about, who, null, path, null);
    }
}
