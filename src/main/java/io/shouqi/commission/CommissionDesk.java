package io.shouqi.commission;

import io.shouqi.contract.Contract;
import io.shouqi.contract.ContractStatus;
import io.shouqi.contract.Contracts;
import io.shouqi.contract.SigningDesk;
import io.shouqi.identity.Store;
import io.shouqi.identity.Stores;
import io.shouqi.ledger.Account;
import io.shouqi.ledger.Entry;
import io.shouqi.ledger.Journal;
import io.shouqi.ledger.Voucher;
import io.shouqi.pricing.CommissionRules;
import io.shouqi.pricing.TaxRates;
import io.shouqi.receivable.CollectionDesk;
import io.shouqi.receivable.DebtsAdjusted;
import io.shouqi.receivable.Receivable;
import io.shouqi.receivable.ReceivableStatus;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shares out the commission of a contract and lets the shares be earned as the money comes in. What is collected is read
 * from the receivables each time, so events may come twice, late or in any order.
 */
@Service
@Transactional
class CommissionDesk {

    private final Shares shares;
    private final Contracts contracts;
    private final SigningDesk signing;
    private final CollectionDesk collection;
    private final CommissionRules rules;
    private final TaxRates taxes;
    private final Stores stores;
    private final Journal journal;
    private final Clock clock;

    CommissionDesk(
            Shares shares,
            Contracts contracts,
            SigningDesk signing,
            CollectionDesk collection,
            CommissionRules rules,
            TaxRates taxes,
            Stores stores,
            Journal journal,
            Clock clock) {
        this.shares = shares;
        this.contracts = contracts;
        this.signing = signing;
        this.collection = collection;
        this.rules = rules;
        this.taxes = taxes;
        this.stores = stores;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Brings the earned part of every share up to what is collected, or back down to it. The first money fixes the
     * shares.
     *
     * @param source number of the receipt or movement that made it necessary
     */
    void vest(String contractNo, String source) {
        shares.lock(contractNo);
        var owed = owed(contractNo);
        var collected = collected(owed);
        var fixed = shares.ofContract(contractNo);
        if (fixed.isEmpty() && collected.isPositive()) {
            var contract = contracts.byNumber(contractNo);
            shares.fix(contract, split(contract, owed, null));
            fixed = shares.ofContract(contractNo);
        }
        var total = Money.sum(owed.stream().map(Receivable::amount).toList());
        var earned = Vesting.earned(
                fixed.stream().map(share -> share.view().amount()).toList(), collected, total);
        var moves = new ArrayList<Shares.Move>();
        for (var i = 0; i < fixed.size(); i++) {
            var share = fixed.get(i);
            moves.add(
                    new Shares.Move(share.id(), earned.get(i).minus(share.view().vested())));
        }
        shares.vest(source, BusinessTime.today(clock), moves);
    }

    private List<Receivable> owed(String contractNo) {
        return collection.ofContract(contractNo).stream()
                .filter(receivable -> !receivable.entrusted())
                .toList();
    }

    /**
     * The shares become what they would have been had the fees been so from the beginning, and what was earned follows at
     * once. Shares that no money has fixed yet will be by what is owed then.
     */
    @EventListener
    void on(DebtsAdjusted event) {
        shares.lock(event.contractNo());
        var before = shares.ofContract(event.contractNo());
        if (before.isEmpty()) {
            return;
        }
        var contract = contracts.byNumber(event.contractNo());
        shares.change(event.source(), changes(contract, before));
        vest(event.contractNo(), event.source());
        if (contract.status() == ContractStatus.SETTLED || contract.status() == ContractStatus.CLOSED) {
            oweCoBrokers(contract, event.source(), coBrokersEarned(before));
        }
    }

    private List<Shares.Move> changes(Contract contract, List<Shares.Stored> before) {
        var parts = split(contract, owed(contract.number()), before.get(0).fixedAt());
        var amounts =
                Split.again(parts, before.stream().map(Shares.Stored::view).toList());
        var changes = new ArrayList<Shares.Move>();
        for (var i = 0; i < before.size(); i++) {
            var share = before.get(i);
            changes.add(new Shares.Move(
                    share.id(), amounts.get(i).minus(share.view().amount())));
        }
        return changes;
    }

    /**
     * Where everything is collected: every share is earned, the co-broker is owed its own, the contract is settled. A
     * receipt may have been reversed after its receivable was settled; then that one is collected again first.
     *
     * @return numbers of the receivables that are open again; nothing was settled unless there are none
     */
    List<String> settle(String contractNo) {
        var contract = contracts.lock(contractNo);
        var open = collection.ofContract(contractNo).stream()
                .filter(receivable -> receivable.outstanding().isPositive())
                .map(Receivable::number)
                .toList();
        if (!open.isEmpty()) {
            return open;
        }
        vest(contractNo, contractNo);
        oweCoBrokers(contract, contractNo, Money.ZERO);
        signing.settled(contractNo);
        return open;
    }

    /**
     * A contract has one co-broker at most.
     *
     * @param owed what was owed already
     */
    private void oweCoBrokers(Contract contract, String source, Money owed) {
        var coBroker = contract.coBroker();
        if (coBroker == null) {
            return;
        }
        var more = coBrokersEarned(shares.ofContract(contract.number())).minus(owed);
        journal.post(new Voucher(
                contract.company(),
                contract.storeCode(),
                BusinessTime.today(clock),
                Voucher.Event.CO_BROKER_SHARE,
                source,
                contract.number(),
                "合作分佣 " + coBroker.name(),
                List.of(
                        Entry.debit(Account.COST, more),
                        Entry.credit(Account.PAYABLE, more).of(coBroker.name()))));
    }

    private static Money coBrokersEarned(List<Shares.Stored> stored) {
        return Money.sum(stored.stream()
                .map(Shares.Stored::view)
                .filter(share -> share.kind() == BeneficiaryKind.CO_BROKER)
                .map(ShareView::vested)
                .toList());
    }

    /** What a cancelled receivable had been paid belongs to the customer again. */
    private static Money collected(List<Receivable> owed) {
        return Money.sum(owed.stream()
                .filter(receivable -> receivable.status() != ReceivableStatus.CANCELLED)
                .map(Receivable::paid)
                .toList());
    }

    /** @param knownAt by the split table as it was known then; null for as it is known now */
    private List<Split.Part> split(Contract contract, List<Receivable> owed, @Nullable Instant knownAt) {
        var storeName = stores.find(contract.company(), contract.storeCode())
                .map(Store::name)
                .orElse(contract.storeCode());
        var deal = new Split.Deal(
                contract.company(), contract.storeCode(), storeName, contract.agents(), contract.coBroker());
        var table =
                rules.shares(contract.company(), contract.type(), contract.storeCode(), contract.signedOn(), knownAt);
        return Split.of(net(contract, owed), deal, table);
    }

    /** Net of VAT, receivable by receivable as it is recognised; one that has no day yet by today's rate. */
    private Money net(Contract contract, List<Receivable> owed) {
        var net = Money.ZERO;
        for (var receivable : owed) {
            var treatment = receivable.tax();
            var day = Objects.requireNonNullElse(receivable.dueOn(), BusinessTime.today(clock));
            net = net.plus(
                    treatment == null
                            ? receivable.amount()
                            : taxes.split(receivable.amount(), taxes.rate(contract.company(), treatment, day))
                                    .net());
        }
        return net;
    }
}
