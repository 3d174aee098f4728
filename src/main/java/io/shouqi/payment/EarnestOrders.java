package io.shouqi.payment;

import io.shouqi.channel.Channel;
import io.shouqi.channel.MerchantAccounts;
import io.shouqi.contract.Contract;
import io.shouqi.identity.Actor;
import io.shouqi.pricing.PartyRole;
import io.shouqi.shared.Money;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders for earnest money at the online channels. */
@Service
@Transactional
class EarnestOrders {

    private final EarnestDesk earnests;
    private final OrderDesk orders;
    private final MerchantAccounts accounts;

    EarnestOrders(EarnestDesk earnests, OrderDesk orders, MerchantAccounts accounts) {
        this.earnests = earnests;
        this.orders = orders;
        this.accounts = accounts;
    }

    /** @return the order's number, to be placed */
    String open(Contract contract, PartyRole payer, Channel channel, Money amount, Actor actor) {
        var earnest = earnests.ask(contract, payer, amount);
        return orders.save(new NewOrder(
                contract.company(),
                contract.storeCode(),
                contract.number(),
                PaymentOrder.Purpose.EARNEST,
                List.of(earnest.number()),
                channel,
                accounts.accountFor(contract.company(), contract.storeCode(), channel)
                        .id(),
                amount,
                contract.address(),
                actor));
    }
}
