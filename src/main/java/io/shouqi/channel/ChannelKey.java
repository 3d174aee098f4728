package io.shouqi.channel;

/**
 * A public key by which a channel signs. While a channel rotates its keys, two are valid.
 *
 * @param serial the name the channel gives the key; any unique name where it gives none
 * @param publicKey X.509, base64 or PEM
 */
public record ChannelKey(String serial, String publicKey) {

    @Override
    public String toString() {
        return serial;
    }
}
