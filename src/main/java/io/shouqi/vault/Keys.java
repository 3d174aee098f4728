package io.shouqi.vault;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The keys in use. Follows the file as it changes, so that keys rotate while nodes run. */
@Component
class Keys implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Keys.class);

    private final KeySource source;
    private final KeyRegister register;
    /** A thread of its own: a slow job elsewhere must not keep this node from hearing of a key. */
    private final Thread watch;

    private volatile Keyring ring;
    private volatile String registered;
    private volatile String complaint = "";

    /** @throws KeysUnavailable where the database was written with keys that are not here */
    Keys(VaultProperties properties, KeyRegister register) {
        this.source = properties.source();
        this.register = register;
        this.ring = register.open(source);
        this.registered = ring.json();
        this.watch = new Thread(() -> watch(properties.lookEvery()), "vault-keys");
        watch.setDaemon(true);
        watch.start();
    }

    private void watch(Duration every) {
        try {
            while (true) {
                Thread.sleep(every.toMillis());
                look();
            }
        } catch (InterruptedException e) {
            // the application ends
        }
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
    synchronized void look() {
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
        } catch (RuntimeException e) {
            // the database is away: what is known stays in use, and the next look comes soon
            complain(e.getClass().getName());
        }
    }

    /** Once, not every two seconds. */
    private void complain(String problem) {
        if (!problem.equals(complaint)) {
            log.error("the keys stay as they were: {}", problem);
            complaint = problem;
        }
    }

    @Override
    public void destroy() {
        watch.interrupt();
    }
}
