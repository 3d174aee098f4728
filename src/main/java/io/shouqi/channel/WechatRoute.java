package io.shouqi.channel;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Takes WeChat's calls to another gateway, which the official library has no setting for: scheme, host and port change
 * and the gateway's path goes in front. The signature covers the original path, so the gateway checks it without the
 * prefix. On the way back the headers the library looks up by exact case get that case, whatever a proxy made of them.
 */
final class WechatRoute implements Interceptor {

    private static final Map<String, String> SIGNED_HEADERS = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        List.of(
                        "Wechatpay-Timestamp",
                        "Wechatpay-Nonce",
                        "Wechatpay-Serial",
                        "Wechatpay-Signature",
                        "Wechatpay-Signature-Type",
                        "Request-ID")
                .forEach(name -> SIGNED_HEADERS.put(name, name));
    }

    private final @Nullable HttpUrl gateway;

    WechatRoute(@Nullable URI gateway) {
        this.gateway = gateway == null ? null : HttpUrl.get(gateway);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        var response = chain.proceed(routed(chain.request()));
        var headers = new Headers.Builder();
        for (var header : response.headers()) {
            headers.add(SIGNED_HEADERS.getOrDefault(header.getFirst(), header.getFirst()), header.getSecond());
        }
        return response.newBuilder().headers(headers.build()).build();
    }

    private Request routed(Request request) {
        if (gateway == null) {
            return request;
        }
        var prefix = gateway.encodedPath().replaceAll("/+$", "");
        var url = request.url()
                .newBuilder()
                .scheme(gateway.scheme())
                .host(gateway.host())
                .port(gateway.port())
                .encodedPath(prefix + request.url().encodedPath())
                .build();
        return request.newBuilder().url(url).build();
    }
}
