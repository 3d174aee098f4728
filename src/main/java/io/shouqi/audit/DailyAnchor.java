package io.shouqi.audit;

import io.shouqi.database.Caller;
import io.shouqi.shared.BusinessTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down once a business day where the chain stands; each node in its own directory. */
@Service
public class DailyAnchor {

    private final AnchorFiles files;
    private final SealBook book;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private @Nullable LocalDate anchored;

    DailyAnchor(AnchorFiles files, SealBook book, Clock clock, PlatformTransactionManager transactions) {
        this.files = files;
        this.book = book;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
    }

    /** Does nothing where today has its line, or nothing is sealed yet. */
    public synchronized void writeWhereDue() {
        var today = BusinessTime.today(clock);
        if (today.equals(anchored)) {
            return;
        }
        var done = files.read().anchors().stream().anyMatch(a -> a.day().equals(today));
        if (done || write()) {
            anchored = today;
        }
    }

    /** @return false where nothing is sealed yet */
    public boolean write() {
        Optional<Seal> last = Caller.SYSTEM.call(() -> transaction.execute(status -> book.last()));
        last.ifPresent(seal -> files.append(Anchor.of(BusinessTime.today(clock), seal)));
        return last.isPresent();
    }
}
