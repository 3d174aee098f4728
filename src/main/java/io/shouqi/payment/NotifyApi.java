package io.shouqi.payment;

import io.shouqi.channel.BadNotification;
import io.shouqi.channel.Notice;
import io.shouqi.channel.Notifications;
import io.shouqi.identity.OpenDoor;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the channels tell of payments. Acknowledged means durable: the answer follows the commit. */
@Hidden
@RestController
@RequestMapping("/notify")
@OpenDoor("the signature of the payment channel")
class NotifyApi {

    private static final Logger log = LoggerFactory.getLogger(NotifyApi.class);

    private final Notifications notifications;
    private final NoticeDesk desk;

    NotifyApi(Notifications notifications, NoticeDesk desk) {
        this.notifications = notifications;
        this.desk = desk;
    }

    @PostMapping("/wechat")
    ResponseEntity<Map<String, String>> wechat(HttpServletRequest request, @RequestBody byte[] body) {
        var headers = new HashMap<String, String>();
        request.getHeaderNames().asIterator().forEachRemaining(name -> headers.put(name, request.getHeader(name)));
        try {
            return taken(notifications.wechat(headers, body))
                    ? ResponseEntity.noContent().build()
                    : wechatFailure(500, "try again");
        } catch (BadNotification e) {
            log.warn("WeChat notification refused: {}", e.reason());
            return wechatFailure(401, "not accepted");
        }
    }

    private static ResponseEntity<Map<String, String>> wechatFailure(int status, String message) {
        return ResponseEntity.status(status).body(Map.of("code", "FAIL", "message", message));
    }

    @PostMapping(path = "/alipay", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> alipay(HttpServletRequest request) {
        var form = new HashMap<String, String>();
        try {
            request.getParameterMap().forEach((name, values) -> form.put(name, values[0]));
            return taken(notifications.alipay(form))
                    ? ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body("success")
                    : ResponseEntity.internalServerError().body("failure");
        } catch (IllegalStateException e) {
            // not even a form
            return ResponseEntity.badRequest().body("failure");
        } catch (BadNotification e) {
            log.warn("Alipay notification refused: {}", e.reason());
            return ResponseEntity.status(401).body("failure");
        }
    }

    /** What is not a payment is nothing to post: refunds are looked after by their own process. */
    private boolean taken(Notice notice) {
        return !(notice instanceof Notice.Payment payment) || desk.post(payment);
    }
}
