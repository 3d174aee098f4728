package io.shouqi.identity;

import io.shouqi.database.Caller;
import io.shouqi.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Checks what comes after the password. The person is known by that, so what is written is written by the person; the
 * product itself looks the person up and counts the attempts.
 */
@Component
class LoginDesk {

    private final Users users;
    private final SecondFactor factor;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final LoginLog log;

    LoginDesk(Users users, SecondFactor factor, Passwords passwords, LoginThrottle throttle, LoginLog log) {
        this.users = users;
        this.factor = factor;
        this.passwords = passwords;
        this.throttle = throttle;
        this.log = log;
    }

    boolean takesCode(SignedIn person, String code, String address) {
        return takes(person, address, account -> factor.accepts(account.id(), code));
    }

    boolean takesRecoveryCode(SignedIn person, String code, String address) {
        return takes(person, address, account -> factor.acceptsRecovery(account.id(), code));
    }

    private boolean takes(SignedIn person, String address, Predicate<Users.Account> check) {
        return Caller.SYSTEM.call(() -> {
            var account = users.accountOf(person.id());
            if (account.isEmpty()) {
                return false;
            }
            var username = account.get().username();
            var admitted = throttle.admit(username);
            if (!admitted || !self(account.get(), address).call(() -> check.test(account.get()))) {
                log.failed(username, account, admitted ? LoginFailure.WRONG_CODE : LoginFailure.LOCKED, address);
                return false;
            }
            throttle.clear(username);
            return true;
        });
    }

    /** @throws io.shouqi.shared.Refusal naming every rule the password breaks */
    void choosePassword(SignedIn person, NewPassword chosen, HttpServletRequest request) {
        var here = request.getSession().getId();
        Caller.SYSTEM
                .call(() -> users.accountOf(person.id()))
                .map(account -> self(account, request.getRemoteAddr()))
                .orElseThrow(() -> Refusal.unknown("user.unknown"))
                .run(() -> passwords.choose(person.id(), chosen, here));
    }

    private Caller self(Users.Account account, String address) {
        return Caller.SYSTEM.call(() -> users.byId(account.id()).orElseThrow()).through(Caller.Via.PAGE, address);
    }
}
