package io.shouqi.commission;

import io.shouqi.contract.Contract;
import io.shouqi.contract.Contracts;
import io.shouqi.contract.FeeListLine;
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
import io.shouqi.receivable.Receivable;
import io.shouqi.receivable.ReceivableStatus;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
        var owed = collection.ofContract(contractNo).stream()
                .filter(receivable -> !receivable.entrusted())
                .toList();
        var collected = collected(owed);
        var fixed = shares.ofContract(contractNo);
        if (fixed.isEmpty() && collected.isPositive()) {
            var contract = contracts.byNumber(contractNo);
            shares.fix(contract, split(contract, owed));
            fixed = shares.ofContract(contractNo);
        }
        var total = Money.sum(owed.stream().map(Receivable::amount).toList());
        var earned = Vesting.earned(
                fixed.stream().map(share -> share.view().amount()).toList(), collected, total);
        var moves = new ArrayList<Shares.Earned>();
        for (var i = 0; i < fixed.size(); i++) {
            var share = fixed.get(i);
            moves.add(new Shares.Earned(
                    share.id(), earned.get(i).minus(share.view().vested())));
        }
        shares.vest(source, BusinessTime.today(clock), moves);
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
        shares.ofContract(contractNo).stream()
                .map(Shares.Stored::view)
                .filter(share -> share.kind() == BeneficiaryKind.CO_BROKER)
                .forEach(share -> oweCoBroker(contract, share));
        signing.settled(contractNo);
        return open;
    }

    private void oweCoBroker(Contract contract, ShareView share) {
        journal.post(new Voucher(
                contract.company(),
                contract.storeCode(),
                BusinessTime.today(clock),
                Voucher.Event.CO_BROKER_SHARE,
                contract.number(),
                contract.number(),
                "合作分佣 " + share.name(),
                List.of(
                        Entry.debit(Account.COST, share.vested()),
                        Entry.credit(Account.PAYABLE, share.vested()).of(share.name()))));
    }

    /** What a cancelled receivable had been paid belongs to the customer again. */
    private static Money collected(List<Receivable> owed) {
        return Money.sum(owed.stream()
                .filter(receivable -> receivable.status() != ReceivableStatus.CANCELLED)
                .map(Receivable::paid)
                .toList());
    }

    private List<Split.Part> split(Contract contract, List<Receivable> owed) {
        var storeName = stores.find(contract.company(), contract.storeCode())
                .map(Store::name)
                .orElse(contract.storeCode());
        var deal = new Split.Deal(
                contract.company(), contract.storeCode(), storeName, contract.agents(), contract.coBroker());
        var table = rules.shares(contract.company(), contract.type(), contract.storeCode(), contract.signedOn());
        return Split.of(net(contract, owed), deal, table);
    }

    /** Net of VAT, receivable by receivable as it is recognised; one that has no day yet by today's rate. */
    private Money net(Contract contract, List<Receivable> owed) {
        var lines = contracts.confirmedPlan(contract.number()).lines();
        var net = Money.ZERO;
        for (var receivable : owed) {
            var treatment = treatment(receivable, lines);
            var day = Objects.requireNonNullElse(receivable.dueOn(), BusinessTime.today(clock));
            net = net.plus(
                    treatment == null
                            ? receivable.amount()
                            : taxes.split(receivable.amount(), taxes.rate(contract.company(), treatment, day))
                                    .net());
        }
        return net;
    }

    /** The fees that one receivable collects share one treatment. */
    private static @Nullable String treatment(Receivable receivable, List<FeeListLine> lines) {
        for (var line : lines) {
            if (!line.entrusted()
                    && line.payer() == receivable.payer()
                    && receivable.feeCodes().contains(line.code())) {
                return line.tax();
            }
        }
        return null;
    }
}
