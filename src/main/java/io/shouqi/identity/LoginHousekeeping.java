package io.shouqi.identity;

import io.shouqi.database.Caller;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Strangers who try many names leave no heap behind. */
@Component
class LoginHousekeeping {

    private final LoginThrottle throttle;

    LoginHousekeeping(LoginThrottle throttle) {
        this.throttle = throttle;
    }

    @Scheduled(fixedDelayString = "PT1H")
    void tidy() {
        Caller.SYSTEM.run(throttle::forget);
    }
}
