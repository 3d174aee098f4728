package io.shouqi.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WechatRouteTest {

    private static final String ASKED = "https://api.mch.weixin.qq.com/v3/pay/transactions/out-trade-no/P%7C1?mchid=19";

    @Test
    void the_gateways_path_goes_in_front_and_the_rest_stays_as_signed() throws IOException {
        assertThat(sent(URI.create("http://127.0.0.1:8080/sandbox/wechat/"))
                        .request()
                        .url())
                .hasToString("http://127.0.0.1:8080/sandbox/wechat/v3/pay/transactions/out-trade-no/P%7C1?mchid=19");
    }

    @Test
    void without_a_gateway_wechat_itself_is_asked() throws IOException {
        assertThat(sent(null).request().url()).hasToString(ASKED);
    }

    @Test
    void headers_a_proxy_wrote_in_small_letters_are_found_by_the_library() throws IOException {
        assertThat(sent(null).headers().names()).contains("Wechatpay-Serial");
    }

    private static Response sent(@Nullable URI gateway) throws IOException {
        return new OkHttpClient.Builder()
                .addInterceptor(new WechatRoute(gateway))
                .addInterceptor(chain -> new Response.Builder()
                        .request(chain.request())
                        .protocol(Protocol.HTTP_2)
                        .code(200)
                        .message("OK")
                        .header("wechatpay-serial", "1")
                        .body(ResponseBody.create("", null))
                        .build())
                .build()
                .newCall(new Request.Builder().url(ASKED).build())
                .execute();
    }
}
