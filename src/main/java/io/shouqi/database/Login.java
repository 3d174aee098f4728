package io.shouqi.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A database role and its password. */
record Login(String user, String password) {

    static final String OWNER = "shouqi_owner";
    static final String APP = "shouqi_app";

    /**
     * The password of a product role where the operator set none: derived from the administrator's, so that several
     * nodes with the same administrator agree on it without sharing a file.
     */
    Login derive(String role) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(("shouqi:" + password).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return new Login(role, HexFormat.of().formatHex(mac.doFinal(role.getBytes(StandardCharsets.UTF_8))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }

    @Override
    public String toString() {
        return user;
    }
}
