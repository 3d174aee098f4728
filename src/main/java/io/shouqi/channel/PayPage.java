package io.shouqi.channel;

import java.net.URI;
import java.util.Optional;

/** A page where a code can be paid without a phone. Only a demonstration has one; otherwise there is no such bean. */
public interface PayPage {

    Optional<URI> payUrl(Channel channel, String codeUrl);
}
