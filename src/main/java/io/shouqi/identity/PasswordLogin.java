package io.shouqi.identity;

import io.shouqi.database.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * User name and password at the login page. Whoever fails learns nothing: not whether the name exists, not whether it is
 * locked, and not by the time it takes, since a password is hashed in every case.
 */
@Component
class PasswordLogin implements AuthenticationProvider {

    private final Users users;
    private final PasswordEncoder passwords;
    private final LoginThrottle throttle;
    private final LoginLog log;
    private final String decoy;

    PasswordLogin(Users users, PasswordEncoder passwords, LoginThrottle throttle, LoginLog log) {
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
        this.log = log;
        this.decoy = Objects.requireNonNull(passwords.encode("nobody has this password"));
    }

    /** @param attempt its details are the {@link Arrival} */
    @Override
    public Authentication authenticate(Authentication attempt) {
        var arrival = (Arrival) Objects.requireNonNull(attempt.getDetails());
        var person = Caller.SYSTEM.call(() -> check(attempt, arrival));
        return Sessions.authentication(person);
    }

    private SignedIn check(Authentication attempt, Arrival arrival) {
        var name = attempt.getName();
        var admitted = throttle.admit(name);
        var account = users.accountOf(name);
        var hash = account.map(Users.Account::passwordHash).orElse(decoy);
        var matches = passwords.matches(String.valueOf(attempt.getCredentials()), hash);
        if (!admitted || !matches || account.isEmpty()) {
            log.failed(name, account, reason(admitted, account), arrival.address());
            throw new BadCredentialsException("wrong name or password, or locked");
        }
        var left = stages(account.get());
        // a password alone must not buy new attempts at the code
        if (!left.contains(LoginStage.CODE)) {
            throttle.clear(name);
        }
        return new SignedIn(account.get().id(), left, arrival, null);
    }

    private static LoginFailure reason(boolean admitted, Optional<Users.Account> account) {
        if (account.isEmpty()) {
            return LoginFailure.UNKNOWN_NAME;
        }
        return admitted ? LoginFailure.WRONG_PASSWORD : LoginFailure.LOCKED;
    }

    private static List<LoginStage> stages(Users.Account account) {
        var left = new ArrayList<LoginStage>();
        if (account.hasSecondFactor()) {
            left.add(LoginStage.CODE);
        }
        if (account.mustChangePassword()) {
            left.add(LoginStage.NEW_PASSWORD);
        }
        return left;
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
