package io.shouqi.vault;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The keys in use. Follows the file as it changes, so that keys rotate while nodes run. */
@Component
class Keys {

    private static final Logger log = LoggerFactory.getLogger(Keys.class);

    private final KeySource source;
    private final KeyRegister register;
    private volatile Keyring ring;
    private volatile String registered;
    private volatile String complaint = "";

    /** @throws KeysUnavailable where the database was written with keys that are not here */
    Keys(VaultProperties properties, KeyRegister register) {
        this.source = properties.source();
        this.register = register;
        this.ring = register.open(source);
        this.registered = ring.json();
    }

    Keyring ring() {
        return ring;
    }

    /** Another node may use a key already that this one has not seen: then it looks at once. */
    Keyring knowing(Keyset keyset, byte[] sealed) {
        if (KeyPrefix.in(sealed) && !ring.has(keyset, KeyPrefix.keyId(sealed))) {
            var now = source.keys();
            if (now.has(keyset, KeyPrefix.keyId(sealed))) {
                ring = now;
            }
        }
        return ring;
    }

    /** Takes over what changed. Keys the database needs are never let go, whatever the file says. */
    @Scheduled(fixedDelayString = "${shouqi.vault.look-every:PT2S}")
    void look() {
        try {
            var now = source.keys();
            var text = now.json();
            if (!text.equals(registered)) {
                register.record(now, source.toString());
                ring = now;
                registered = text;
                log.info("the keys in {} have changed and are in use", source);
            }
            complaint = "";
        } catch (KeysUnavailable e) {
            complain(String.valueOf(e.getMessage()));
        }
    }

    /** Once, not every two seconds. */
    private void complain(String problem) {
        if (!problem.equals(complaint)) {
            log.error("the keys stay as they were: {}", problem);
            complaint = problem;
        }
    }
}
