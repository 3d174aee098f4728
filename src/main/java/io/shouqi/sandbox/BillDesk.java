package io.shouqi.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.shouqi.shared.BusinessTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the statements and hands out links to them that live for a short time. */
@Component
@SandboxOnly
@Transactional
class BillDesk {

    /** What a link leads to. */
    record Linked(UUID merchant, LocalDate day) {}

    private static final LocalTime READY = LocalTime.of(10, 0);

    private final OrderTable orders;
    private final JdbcClient jdbc;
    private final Clock clock;

    BillDesk(OrderTable orders, JdbcClient jdbc, Clock clock) {
        this.orders = orders;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Declined when there is no statement of that day, or not yet */
    String link(SandboxMerchant merchant, LocalDate day, Duration life) {
        var now = clock.instant();
        if (now.isBefore(BusinessTime.startOf(day.plusDays(1)).plusSeconds(READY.toSecondOfDay()))) {
            throw new Declined(Declined.Why.BILL_LATER);
        }
        if (entries(merchant, day).isEmpty()) {
            throw new Declined(Declined.Why.NO_BILL);
        }
        var token = Tokens.word(40);
        jdbc.sql("insert into sandbox_bill_link(token, merchant, day, expires_at) values (?, ?, ?, ?)")
                .params(token, merchant.id(), day, Times.stored(now.plus(life)))
                .update();
        return token;
    }

    /** @throws Declined when the link is unknown or too old */
    Linked linked(String token) {
        return jdbc.sql("select merchant, day from sandbox_bill_link where token = ? and expires_at > ?")
                .params(token, Times.stored(clock.instant()))
                .query((row, number) ->
                        new Linked(row.getObject("merchant", UUID.class), row.getObject("day", LocalDate.class)))
                .optional()
                .orElseThrow(() -> new Declined(Declined.Why.NO_BILL));
    }

    byte[] wechatFile(SandboxMerchant merchant, LocalDate day) {
        return WechatBill.of(merchant, entries(merchant, day)).getBytes(UTF_8);
    }

    byte[] alipayFile(SandboxMerchant merchant, LocalDate day) {
        return AlipayBill.of(merchant, day, entries(merchant, day));
    }

    String sha1(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-1 is part of every JDK", e);
        }
    }

    private List<BillEntry> entries(SandboxMerchant merchant, LocalDate day) {
        var from = BusinessTime.startOf(day);
        var to = BusinessTime.startOf(day.plusDays(1));
        var entries = new ArrayList<BillEntry>();
        orders.paidBetween(merchant.id(), from, to).forEach(order -> entries.add(BillEntry.paid(order)));
        orders.settledBetween(merchant.id(), from, to)
                .forEach(refund -> entries.add(BillEntry.refunded(orders.byId(refund.order()), refund)));
        entries.sort(Comparator.comparing(BillEntry::at));
        return entries;
    }
}
