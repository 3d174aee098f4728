package io.shouqi.identity;

import io.shouqi.audit.AuditTrail;
import io.shouqi.database.BesideTheApplication;
import io.shouqi.database.Caller;
import io.shouqi.vault.Vault;
import java.io.PrintStream;
import java.util.Arrays;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code java -jar shouqi.jar account reset <user name>}: the way back in where the last administrator has lost password
 * and second factor. Whoever may run it may read the database anyway.
 */
public final class AccountCommand {

    private static final int DONE = 0;
    private static final int NOBODY = 1;
    private static final int NOT_DONE = 2;

    private static final String USAGE = """
            account reset <user name>    gives a new password, takes the second factor away and ends all sessions
            With --shouqi.data-dir=<path> or --spring.datasource.url=… as the application has it.
            Ends with 0 where that was done, 1 where nobody has that name, 2 where it could not be done.
            """;

    private AccountCommand() {}

    public static boolean isMeant(String... args) {
        return args.length > 0 && args[0].equals("account");
    }

    /** @return the exit code */
    public static int exitCode(String... args) {
        return exitCode(System.out, args);
    }

    static int exitCode(PrintStream out, String... args) {
        var words = Arrays.stream(args).filter(arg -> !arg.startsWith("--")).toList();
        if (words.size() != 3 || !words.get(1).equals("reset")) {
            out.print(USAGE);
            return NOT_DONE;
        }
        try (var context = BesideTheApplication.open(AccountsAlone.class, args)) {
            return Caller.SYSTEM.call(() -> context.getBean(Reset.class).run(words.get(2), out));
        } catch (RuntimeException e) {
            out.println(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            return NOT_DONE;
        }
    }

    /** What the command does, on the parts that the application uses for it. */
    static class Reset {

        private final Users users;
        private final Passwords passwords;
        private final SecondFactor factor;
        private final TransactionTemplate transaction;

        Reset(Users users, Passwords passwords, SecondFactor factor, PlatformTransactionManager transactions) {
            this.users = users;
            this.passwords = passwords;
            this.factor = factor;
            this.transaction = new TransactionTemplate(transactions);
        }

        int run(String username, PrintStream out) {
            var person = users.byUsername(username);
            if (person.isEmpty()) {
                out.println("Nobody who may sign in has the name " + username + ".");
                return NOBODY;
            }
            var id = person.get().id();
            var password = transaction.execute(status -> {
                factor.remove(id);
                return passwords.giveTemporary(id);
            });
            out.println("Password of " + username + ", to be changed at the next login: " + password);
            return DONE;
        }
    }

    /** No component of the application: only what the reset needs. */
    @ConfigurationPropertiesScan("io.shouqi.vault")
    @ComponentScan(
            basePackageClasses = Vault.class,
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*[.](Vault|BlindIndex|Keys|KeyRegister)"))
    @Import({
        AuditTrail.class,
        CommonPasswords.class,
        LoginLog.class,
        LoginThrottle.class,
        PasswordRules.class,
        Passwords.class,
        RecoveryCodes.class,
        Reset.class,
        SecondFactor.class,
        Sessions.class,
        Stores.class,
        Users.class
    })
    static class AccountsAlone {

        @Bean
        PasswordEncoder passwordEncoder() {
            return new WholePassword();
        }

        @Bean
        JdbcIndexedSessionRepository sessionRepository(JdbcOperations jdbc, PlatformTransactionManager transactions) {
            return new JdbcIndexedSessionRepository(jdbc, new TransactionTemplate(transactions));
        }
    }
}
