package io.shouqi.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Everything about WeChat's APIv3 that is the same for each call: the merchant's signature is checked on the way in,
 * the answer is signed on the way out, and both may go wrong on request. Signatures carry the machine's time, because
 * that is what the merchant's library reads.
 */
@Component
@SandboxOnly
class WechatDoor extends OncePerRequestFilter {

    static final String PREFIX = "/sandbox/wechat";
    static final String MERCHANT = "io.shouqi.sandbox.merchant";

    private static final String SCHEME = "WECHATPAY2-SHA256-RSA2048 ";
    private static final Pattern FIELD = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final MerchantBook merchants;
    private final Faults faults;

    WechatDoor(MerchantBook merchants, Faults faults) {
        this.merchants = merchants;
        this.faults = faults;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(PREFIX + "/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var body = request.getInputStream().readAllBytes();
        var merchant = caller(request, body);
        if (merchant.isEmpty()) {
            refuse(response, 401, "SIGN_ERROR", "签名错误，请检查后再试");
            return;
        }
        var fault = call(request).flatMap(call -> faults.take(merchant.get(), call));
        if (fault.filter(CallFault.UNAVAILABLE::equals).isPresent()) {
            refuse(response, 500, "SYSTEM_ERROR", "系统异常，请稍后重试");
            return;
        }
        request.setAttribute(MERCHANT, merchant.get());
        var answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(new ReadRequest(request, body), answer);
        answer(merchant.get(), answer, response, fault.orElse(null));
    }

    private static void answer(
            SandboxMerchant merchant,
            ContentCachingResponseWrapper answer,
            HttpServletResponse response,
            @Nullable CallFault fault)
            throws IOException {
        if (fault == CallFault.COMMIT_THEN_CUT) {
            Cut.within(response, answer.getContentAsByteArray());
            return;
        }
        if (answer.getStatus() < 300) {
            sign(merchant, answer, fault == CallFault.BAD_SIGNATURE ? "not what was said" : "");
        }
        answer.copyBodyToResponse();
    }

    private static void sign(SandboxMerchant merchant, ContentCachingResponseWrapper answer, String tampered) {
        var timestamp = String.valueOf(Instant.now().getEpochSecond());
        var nonce = Tokens.word(32);
        var body = new String(answer.getContentAsByteArray(), UTF_8);
        answer.setHeader("Wechatpay-Timestamp", timestamp);
        answer.setHeader("Wechatpay-Nonce", nonce);
        answer.setHeader("Wechatpay-Serial", merchant.key().serial());
        answer.setHeader("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048");
        answer.setHeader(
                "Wechatpay-Signature",
                Rsa.sign(merchant.key().privateKey(), timestamp + "\n" + nonce + "\n" + body + tampered + "\n"));
        answer.setHeader("Request-ID", nonce);
    }

    private Optional<SandboxMerchant> caller(HttpServletRequest request, byte[] body) {
        var authorization = request.getHeader("Authorization");
        if (authorization == null || !authorization.startsWith(SCHEME)) {
            return Optional.empty();
        }
        var fields = new HashMap<String, String>();
        var found = FIELD.matcher(authorization);
        while (found.find()) {
            fields.put(found.group(1), found.group(2));
        }
        return merchants
                .wechat(fields.getOrDefault("mchid", ""))
                .filter(m -> fields.getOrDefault("serial_no", "").equals(m.serial()))
                .filter(m -> recent(fields.getOrDefault("timestamp", "")))
                .filter(m -> Rsa.verifies(
                        m.publicKey(), signedText(request, fields, body), fields.getOrDefault("signature", "")));
    }

    private static String signedText(HttpServletRequest request, Map<String, String> fields, byte[] body) {
        var path = request.getRequestURI().substring(PREFIX.length());
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return request.getMethod() + "\n" + path + query + "\n" + fields.get("timestamp") + "\n"
                + fields.get("nonce_str") + "\n" + new String(body, UTF_8) + "\n";
    }

    private static boolean recent(String timestamp) {
        try {
            var signedAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(signedAt, Instant.now()).abs().compareTo(WINDOW) <= 0;
        } catch (NumberFormatException | DateTimeException e) {
            return false;
        }
    }

    private static Optional<Call> call(HttpServletRequest request) {
        var path = request.getRequestURI().substring(PREFIX.length());
        var asks = request.getMethod().equals("GET");
        if (path.startsWith("/v3/refund/")) {
            return Optional.of(asks ? Call.REFUND_QUERY : Call.REFUND);
        }
        if (path.startsWith("/v3/bill/")) {
            return Optional.of(Call.BILL);
        }
        if (path.startsWith("/v3/pay/")) {
            return Optional.of(asks ? Call.QUERY : path.endsWith("/close") ? Call.CLOSE : Call.PREPAY);
        }
        return Optional.empty();
    }

    /** What is not a success is not signed either. */
    private static void refuse(HttpServletResponse response, int status, String code, String message)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().write("{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}");
    }
}
