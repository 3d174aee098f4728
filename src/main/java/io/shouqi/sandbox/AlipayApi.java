package io.shouqi.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.shouqi.identity.OpenDoor;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Alipay's one gateway for every method: the merchant's signature is checked on the way in, the exact text of the
 * answer is signed on the way out, and both may go wrong on request.
 */
@RestController
@SandboxOnly
@RequestMapping("/sandbox/alipay")
@OpenDoor("nothing: it exists in the demonstration alone, on loopback")
class AlipayApi {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Call> CALLS = Map.of(
            "alipay.trade.precreate", Call.PREPAY,
            "alipay.trade.query", Call.QUERY,
            "alipay.trade.close", Call.CLOSE,
            "alipay.trade.refund", Call.REFUND,
            "alipay.trade.fastpay.refund.query", Call.REFUND_QUERY,
            "alipay.data.dataservice.bill.downloadurl.query", Call.BILL);

    private final MerchantBook merchants;
    private final AlipayDesk desk;
    private final BillDesk bills;
    private final Faults faults;

    AlipayApi(MerchantBook merchants, AlipayDesk desk, BillDesk bills, Faults faults) {
        this.merchants = merchants;
        this.desk = desk;
        this.bills = bills;
        this.faults = faults;
    }

    @PostMapping("/gateway.do")
    void call(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        var merchant = caller(parameters);
        var method = parameters.getOrDefault("method", "");
        var call = Optional.ofNullable(CALLS.get(method));
        if (merchant.isEmpty() || call.isEmpty()) {
            var unsigned = failure("40002", merchant.isEmpty() ? "isv.invalid-signature" : "isv.invalid-method");
            send(response, JSON.writeValueAsString(Map.of("error_response", unsigned)));
            return;
        }
        var fault = faults.take(merchant.get(), call.get()).orElse(null);
        var node = method.replace('.', '_') + "_response";
        if (fault == CallFault.UNAVAILABLE) {
            send(response, JSON.writeValueAsString(Map.of(node, failure("20000", "isp.unknow-error"))));
            return;
        }
        var answer = JSON.writeValueAsString(answer(merchant.get(), call.get(), parameters));
        var signed = fault == CallFault.BAD_SIGNATURE ? answer + "not what was said" : answer;
        var sign = Rsa.sign(merchant.get().key().privateKey(), signed);
        var body = "{\"" + node + "\":" + answer + ",\"sign\":\"" + sign + "\"}";
        if (fault == CallFault.COMMIT_THEN_CUT) {
            Cut.within(response, body.getBytes(UTF_8));
            return;
        }
        send(response, body);
    }

    @GetMapping("/bill")
    ResponseEntity<byte[]> billFile(@RequestParam String token) {
        try {
            var linked = bills.linked(token);
            var file = bills.alipayFile(merchants.byId(linked.merchant()), linked.day());
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .body(file);
        } catch (Declined gone) {
            return ResponseEntity.notFound().build();
        }
    }

    private Map<String, Object> answer(SandboxMerchant merchant, Call call, Map<String, String> parameters) {
        try {
            var content = JSON.readTree(parameters.getOrDefault("biz_content", "{}"));
            var answer = new LinkedHashMap<String, Object>();
            answer.put("code", "10000");
            answer.put("msg", "Success");
            answer.putAll(asked(merchant, call, content, parameters));
            return answer;
        } catch (Declined no) {
            return failure("40004", code(no.why()));
        } catch (JacksonException e) {
            return failure("40002", "isv.invalid-parameter");
        }
    }

    private Map<String, Object> asked(
            SandboxMerchant merchant, Call call, JsonNode content, Map<String, String> parameters) {
        return switch (call) {
            case PREPAY -> desk.precreate(merchant, content, parameters.getOrDefault("notify_url", ""));
            case QUERY -> desk.query(merchant, content);
            case CLOSE -> desk.close(merchant, content);
            case REFUND -> desk.refund(merchant, content);
            case REFUND_QUERY -> desk.queryRefund(merchant, content);
            case BILL -> desk.bill(merchant, content);
        };
    }

    private Optional<SandboxMerchant> caller(Map<String, String> parameters) {
        var signature = parameters.getOrDefault("sign", "");
        var text = AlipayText.of(new HashMap<>(parameters), Set.of("sign"));
        return merchants
                .alipay(parameters.getOrDefault("app_id", ""))
                .filter(m -> "RSA2".equals(parameters.get("sign_type")))
                .filter(m -> Rsa.verifies(m.publicKey(), text, signature));
    }

    private static Map<String, Object> failure(String code, String subCode) {
        var failure = new LinkedHashMap<String, Object>();
        failure.put("code", code);
        failure.put("msg", code.equals("40004") ? "Business Failed" : "Invalid Arguments");
        failure.put("sub_code", subCode);
        failure.put("sub_msg", subCode);
        return failure;
    }

    private static String code(Declined.Why why) {
        return switch (why) {
            case UNREADABLE -> "ACQ.INVALID_PARAMETER";
            case UNKNOWN_ORDER, UNKNOWN_REFUND -> "ACQ.TRADE_NOT_EXIST";
            case OTHER_ORDER -> "ACQ.CONTEXT_INCONSISTENT";
            case PAID -> "ACQ.TRADE_HAS_SUCCESS";
            case CLOSED, EXPIRED -> "ACQ.TRADE_HAS_CLOSE";
            case NOT_PAID -> "ACQ.TRADE_STATUS_ERROR";
            case TOO_MUCH -> "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL";
            case OTHER_REFUND -> "ACQ.DISCORDANT_REPEAT_REQUEST";
            case NO_BILL, BILL_LATER -> "isp.bill_not_exist";
        };
    }

    private static void send(HttpServletResponse response, String body) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(body.getBytes(UTF_8));
    }
}
