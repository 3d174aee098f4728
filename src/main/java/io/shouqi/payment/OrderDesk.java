package io.shouqi.payment;

import io.shouqi.channel.Channel;
import io.shouqi.channel.ChannelRefused;
import io.shouqi.channel.ChannelUncertain;
import io.shouqi.channel.MerchantAccounts;
import io.shouqi.channel.OnlineChannels;
import io.shouqi.channel.OrderRequest;
import io.shouqi.contract.Contract;
import io.shouqi.contract.Contracts;
import io.shouqi.identity.Actor;
import io.shouqi.receivable.CollectionDesk;
import io.shouqi.receivable.Receivable;
import io.shouqi.shared.BusinessNumbers;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes orders at the online channels. The order is stored here first; placing it can be repeated. */
@Service
public class OrderDesk {

    private static final Logger log = LoggerFactory.getLogger(OrderDesk.class);

    private final PaymentOrders orders;
    private final CollectionDesk collection;
    private final Contracts contracts;
    private final MerchantAccounts accounts;
    private final OnlineChannels channels;
    private final BusinessNumbers numbers;
    private final Clock clock;
    private final URI publicUrl;
    private final TransactionTemplate transaction;

    OrderDesk(
            PaymentOrders orders,
            CollectionDesk collection,
            Contracts contracts,
            MerchantAccounts accounts,
            OnlineChannels channels,
            BusinessNumbers numbers,
            Clock clock,
            @Value("${shouqi.public-url:http://127.0.0.1:8080}") URI publicUrl,
            PlatformTransactionManager transactions) {
        this.orders = orders;
        this.collection = collection;
        this.contracts = contracts;
        this.accounts = accounts;
        this.channels = channels;
        this.numbers = numbers;
        this.clock = clock;
        this.publicUrl = publicUrl;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Stores an order for receivables of one contract; the channel does not know it yet.
     *
     * @param collector null where the customer pays on an own link
     * @return the order's number, to be placed with {@link #place}
     */
    @Transactional
    public String open(List<String> receivables, Channel channel, Money amount, @Nullable Actor collector) {
        var locked = collection.lock(receivables);
        var contract = contractOf(locked);
        if (!contract.status().collects()) {
            throw Refusal.conflict("payment.notCollecting", contract.number());
        }
        var owed = Money.sum(locked.stream().map(Receivable::outstanding).toList());
        if (owed.isZero()) {
            throw Refusal.conflict("payment.paidAlready");
        }
        if (amount.compareTo(owed) > 0) {
            throw Refusal.invalid("amount", "payment.amount.tooMuch", owed.yuan());
        }
        var subject = contract.address();
        return save(new NewOrder(
                contract.company(),
                contract.storeCode(),
                contract.number(),
                PaymentOrder.Purpose.RECEIVABLES,
                locked.stream().map(Receivable::number).toList(),
                channel,
                accounts.accountFor(contract.company(), contract.storeCode(), channel)
                        .id(),
                amount,
                subject,
                collector));
    }

    private Contract contractOf(List<Receivable> locked) {
        var numbersOfContracts =
                locked.stream().map(Receivable::contractNo).distinct().toList();
        if (numbersOfContracts.size() != 1) {
            throw Refusal.invalid("receivables", "payment.oneContract");
        }
        return contracts.byNumber(numbersOfContracts.get(0));
    }

    String save(NewOrder order) {
        return orders.save(new PaymentOrder(numbers.next("P", ""), order, clock.instant()))
                .number();
    }

    /**
     * Tells the channel of the order and keeps its code. Holds no transaction while the channel answers.
     *
     * @throws Refusal 503 where the channel does not answer: the order stays, and placing it again is harmless
     */
    public PaymentOrder place(String number) {
        var order = orders.findByNumber(number).orElseThrow(() -> Refusal.unknown("payment.unknown", number));
        if (order.codeUrl() != null || !order.open()) {
            return order;
        }
        var account = accounts.byId(order.merchantAccountId());
        var notify = publicUrl.resolve(order.channel() == Channel.WECHAT ? "/notify/wechat" : "/notify/alipay");
        try {
            var placed = channels.place(
                    new OrderRequest(account, number, order.amount(), order.subject(), order.expiresAt(), notify));
            return java.util.Objects.requireNonNull(transaction.execute(status -> {
                var known = orders.lock(number).orElseThrow();
                known.placed(placed.codeUrl());
                return known;
            }));
        } catch (ChannelUncertain e) {
            log.warn("order {}: the channel did not answer", number, e);
            throw Refusal.unavailable("payment.channel.silent", number);
        } catch (ChannelRefused e) {
            log.warn("order {}: the channel refused with {}", number, e.code());
            throw Refusal.conflict("payment.channel.refused", e.code());
        }
    }

    /** @throws Refusal 404 outside of the actor's stores */
    public PaymentOrder visibleTo(Actor actor, String number) {
        var order = orders.findByNumber(number).orElseThrow(() -> Refusal.unknown("payment.unknown", number));
        actor.requireStore(order.company(), order.storeCode(), "payment.unknown", number);
        return order;
    }

    /** What somebody asked customers to pay since then, the newest first. */
    public List<PaymentOrder> askedBy(Actor actor, Instant since) {
        return orders.findByCreatedByAndCreatedAtAfterOrderByCreatedAtDesc(actor.id(), since);
    }

    public List<PaymentOrder> ofContract(String contractNo) {
        return orders.findByContractNoOrderByNumber(contractNo);
    }

    /** For links that prove themselves: an order of this contract, or nothing. */
    public PaymentOrder ofContract(String contractNo, String number) {
        return orders.findByNumber(number)
                .filter(o -> o.contractNo().equals(contractNo))
                .orElseThrow(() -> Refusal.unknown("payment.unknown", number));
    }
}
