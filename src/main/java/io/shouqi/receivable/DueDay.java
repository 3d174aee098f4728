package io.shouqi.receivable;

import io.shouqi.database.Caller;
import io.shouqi.shared.BusinessTime;
import java.time.Clock;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Recognises the revenue of instalments whose day has come. Any node may do it; each receivable is done once. */
@Component
class DueDay {

    private static final int BATCH = 200;

    private final Receivables receivables;
    private final RevenueBook books;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DueDay(Receivables receivables, RevenueBook books, Clock clock, PlatformTransactionManager transactions) {
        this.receivables = receivables;
        this.books = books;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "${shouqi.receivable.due-check:PT5M}")
    void recogniseAll() {
        Caller.SYSTEM.run(this::recognise);
    }

    private void recognise() {
        List<String> due;
        do {
            var today = BusinessTime.today(clock);
            due = receivables.dueUnrecognised(today, Limit.of(BATCH));
            var numbers = due;
            transaction.executeWithoutResult(
                    status -> receivables.lock(numbers).forEach(r -> books.recogniseIfDue(r, today)));
        } while (due.size() == BATCH);
    }
}
