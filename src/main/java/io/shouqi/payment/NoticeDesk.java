package io.shouqi.payment;

import io.shouqi.channel.Notice;
import io.shouqi.database.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Takes verified notices: posts them, or keeps them and tries again. */
@Service
class NoticeDesk {

    private static final Logger log = LoggerFactory.getLogger(NoticeDesk.class);

    private final Inbox inbox;
    private final PostingDesk posting;

    NoticeDesk(Inbox inbox, PostingDesk posting) {
        this.inbox = inbox;
        this.posting = posting;
    }

    /** @return whether it is posted; otherwise it is kept here and the channel should send it again too */
    boolean post(Notice.Payment notice) {
        try {
            posting.post(notice);
            return true;
        } catch (RuntimeException e) {
            log.error("notice {} could not be posted and is kept", notice.notificationId(), e);
            inbox.keep(notice, e);
            return false;
        }
    }

    @Scheduled(fixedDelayString = "${shouqi.payment.inbox-every:PT30S}")
    void tryAgain() {
        Caller.SYSTEM.run(() -> inbox.failed().forEach(this::post));
    }
}
