package io.shouqi.notice;

import io.shouqi.shared.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notice as its reader sees it. */
public record NoticeLine(
        UUID id,
        NoticeKind kind,
        String subject,
        String about,
        @Nullable String who,
        @Nullable Money amount,
        String path,
        Instant madeAt,
        @Nullable Instant readAt) {

    public boolean isUnread() {
        return readAt == null;
    }
}
