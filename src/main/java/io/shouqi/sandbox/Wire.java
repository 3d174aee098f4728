package io.shouqi.sandbox;

import java.time.Duration;
import java.util.List;
import okhttp3.Request;

/** How a channel tells its news. The content is kept in clear; every attempt is signed anew. */
interface Wire {

    String paid(SandboxMerchant merchant, SandboxOrder order, String notificationId);

    String refunded(SandboxMerchant merchant, SandboxOrder order, SandboxRefund refund, String notificationId);

    Request post(SandboxMerchant merchant, Delivery delivery);

    boolean understood(int status, String body);

    /** How long the channel waits after each attempt that was not understood. */
    List<Duration> retries();
}
