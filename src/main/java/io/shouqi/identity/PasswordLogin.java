package io.shouqi.identity;

import io.shouqi.database.Caller;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** User name and password at the login page; the principal of the session is an {@link Actor}. */
@Component
class PasswordLogin implements AuthenticationProvider {

    private final Users users;
    private final PasswordEncoder passwords;
    private final String decoy;

    PasswordLogin(Users users, PasswordEncoder passwords) {
        this.users = users;
        this.passwords = passwords;
        this.decoy = String.valueOf(passwords.encode("nobody has this password"));
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var account = Caller.SYSTEM.call(() -> users.accountOf(attempt.getName()));
        // an unknown name takes as long as a wrong password
        var hash = account.map(Users.Account::passwordHash).orElse(decoy);
        if (!passwords.matches(String.valueOf(attempt.getCredentials()), hash) || account.isEmpty()) {
            throw new BadCredentialsException("wrong name or password");
        }
        var person = new SignedIn(account.get().id(), account.get().username(), null);
        return UsernamePasswordAuthenticationToken.authenticated(person, null, List.of());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
