package io.shouqi.payment;

import io.shouqi.channel.ChannelRefused;
import io.shouqi.channel.ChannelUncertain;
import io.shouqi.channel.MerchantAccounts;
import io.shouqi.channel.OnlineChannels;
import io.shouqi.channel.OrderState;
import io.shouqi.database.Caller;
import io.shouqi.receivable.CollectionDesk;
import io.shouqi.receivable.Receivable;
import io.shouqi.shared.Money;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the channels about orders that nobody told of, and closes expired ones there. Neither a notification nor its
 * absence decides anything; the channel's answer does.
 */
@Component
class PendingOrders {

    private static final Logger log = LoggerFactory.getLogger(PendingOrders.class);
    private static final int BATCH = 20;

    private final PaymentOrders orders;
    private final MerchantAccounts accounts;
    private final OnlineChannels channels;
    private final PostingDesk posting;
    private final CollectionDesk collection;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PendingOrders(
            PaymentOrders orders,
            MerchantAccounts accounts,
            OnlineChannels channels,
            PostingDesk posting,
            CollectionDesk collection,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.orders = orders;
        this.accounts = accounts;
        this.channels = channels;
        this.posting = posting;
        this.collection = collection;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "${shouqi.payment.query-every:PT15S}")
    void lookAfterDue() {
        Caller.SYSTEM.run(this::lookAfterAllDue);
    }

    private void lookAfterAllDue() {
        List<PaymentOrder> due;
        do {
            due = claim();
            due.forEach(this::lookAfter);
        } while (due.size() == BATCH);
    }

    /** Puts the next look off before asking, so that two nodes do not ask about the same order. */
    private List<PaymentOrder> claim() {
        return Objects.requireNonNull(transaction.execute(status -> {
            var due = orders.lockDue(clock.instant(), Limit.of(BATCH));
            due.forEach(order -> order.scheduleQuery(clock.instant()));
            return due;
        }));
    }

    void lookAfter(PaymentOrder order) {
        var account = accounts.byId(order.merchantAccountId());
        try {
            var state = channels.query(account, order.number());
            if (state instanceof OrderState.Paid paid) {
                posting.post(account.id(), paid.transaction());
            } else if (state instanceof OrderState.Closed) {
                close(order.number());
            } else {
                closeIfExpired(order);
            }
        } catch (ChannelUncertain | ChannelRefused e) {
            log.info("order {}: asking again later: {}", order.number(), e.getMessage());
        }
    }

    private void closeIfExpired(PaymentOrder order) {
        if (order.expired(clock.instant())) {
            channels.close(accounts.byId(order.merchantAccountId()), order.number());
            close(order.number());
        }
    }

    /** Closes every open order of a contract that ended; one that was paid meanwhile is posted instead. */
    void closeAll(String contractNo) {
        openOf(contractNo).forEach(this::closeUnlessPaid);
    }

    /** Closes the codes that ask for more than is still owed: a second code for what another one has paid. */
    void closeUnowed(String contractNo) {
        for (var order : openOf(contractNo)) {
            if (order.isOfReceivables() && order.amount().compareTo(owed(order)) > 0) {
                try {
                    closeUnlessPaid(order);
                } catch (ChannelUncertain | ChannelRefused e) {
                    // it expires in some minutes, and what is paid until then waits in suspense
                    log.info("order {}: not closed: {}", order.number(), e.getMessage());
                }
            }
        }
    }

    private List<PaymentOrder> openOf(String contractNo) {
        return orders.openOf(contractNo).stream()
                .flatMap(number -> orders.findByNumber(number).stream())
                .toList();
    }

    private Money owed(PaymentOrder order) {
        return Money.sum(collection.ofContract(order.contractNo()).stream()
                .filter(receivable -> order.targets().contains(receivable.number()))
                .map(Receivable::outstanding)
                .toList());
    }

    private void closeUnlessPaid(PaymentOrder order) {
        var account = accounts.byId(order.merchantAccountId());
        if (channels.query(account, order.number()) instanceof OrderState.Paid paid) {
            posting.post(account.id(), paid.transaction());
        } else {
            channels.close(account, order.number());
            close(order.number());
        }
    }

    private void close(String number) {
        transaction.executeWithoutResult(status -> orders.lock(number).ifPresent(PaymentOrder::closed));
    }
}
