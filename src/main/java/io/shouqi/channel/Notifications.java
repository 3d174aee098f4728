package io.shouqi.channel;

import java.util.Map;
import org.springframework.stereotype.Service;

/** Checks what claims to come from a channel. Whatever is not proven ends in {@link BadNotification}. */
@Service
public class Notifications {

    private final WechatNotices wechat;
    private final AlipayNotices alipay;

    Notifications(WechatNotices wechat, AlipayNotices alipay) {
        this.wechat = wechat;
        this.alipay = alipay;
    }

    /** @param body as it came over the wire; the signature is over these bytes */
    public Notice wechat(Map<String, String> headers, byte[] body) {
        return wechat.read(headers, body);
    }

    public Notice alipay(Map<String, String> form) {
        return alipay.read(form);
    }
}
