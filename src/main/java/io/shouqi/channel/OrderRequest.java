package io.shouqi.channel;

import io.shouqi.shared.Money;
import java.net.URI;
import java.time.Instant;

/**
 * An order to be placed at an online channel.
 *
 * @param orderNo out_trade_no: 6 to 32 of {@code [0-9A-Za-z_]} suit both channels
 * @param subject what the payer reads; cut where the channel allows less
 * @param expiresAt from then on the channel takes no money for it
 */
public record OrderRequest(
        MerchantAccount account, String orderNo, Money amount, String subject, Instant expiresAt, URI notifyUrl) {}
