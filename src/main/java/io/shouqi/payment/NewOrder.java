package io.shouqi.payment;

import io.shouqi.channel.Channel;
import io.shouqi.identity.Actor;
import io.shouqi.shared.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an order is made of.
 *
 * @param targets numbers of the receivables, or of one deposit of earnest money
 * @param collector who asks for the money; null where the customer chose to pay on an own link
 */
record NewOrder(
        String company,
        String storeCode,
        String contractNo,
        PaymentOrder.Purpose purpose,
        List<String> targets,
        Channel channel,
        UUID merchantAccountId,
        Money amount,
        String subject,
        @Nullable Actor collector) {}
