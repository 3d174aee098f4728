package io.shouqi.sandbox;

import io.shouqi.channel.Channel;
import org.springframework.stereotype.Component;

/** How each channel tells its news. */
@Component
@SandboxOnly
class Wires {

    private final WechatWire wechat;
    private final AlipayWire alipay;

    Wires(WechatWire wechat, AlipayWire alipay) {
        this.wechat = wechat;
        this.alipay = alipay;
    }

    Wire of(SandboxMerchant merchant) {
        return merchant.channel() == Channel.WECHAT ? wechat : alipay;
    }

    AlipayWire alipay() {
        return alipay;
    }
}
