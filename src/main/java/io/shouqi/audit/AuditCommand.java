package io.shouqi.audit;

import io.shouqi.database.BesideTheApplication;
import io.shouqi.vault.ChainKey;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.NestedExceptionUtils;

/**
 * {@code java -jar shouqi.jar audit verify}: verifies the chain beside the running application or without it, with the
 * same settings, and starts nothing of it.
 */
public final class AuditCommand {

    private static final int INTACT = 0;
    private static final int FAULTS = 1;
    private static final int NOT_DONE = 2;

    private static final String USAGE = """
            audit verify    walks the chain of facts and names what was changed, removed or inserted
            With --shouqi.data-dir=<path> or --spring.datasource.url=… as the application has it.
            Ends with 0 where all is intact, 1 where something was found, 2 where it could not be verified.
            """;

    private AuditCommand() {}

    public static boolean isMeant(String... args) {
        return args.length > 0 && args[0].equals("audit");
    }

    /** @return the exit code */
    public static int exitCode(String... args) {
        return exitCode(System.out, args);
    }

    static int exitCode(PrintStream out, String... args) {
        var words = Arrays.stream(args).filter(arg -> !arg.startsWith("--")).toList();
        if (!words.equals(List.of("audit", "verify"))) {
            out.print(USAGE);
            return NOT_DONE;
        }
        try (var context = BesideTheApplication.open(VerifierAlone.class, args)) {
            var report = new VerificationReport(context.getBean(MessageSource.class), Locale.getDefault());
            var answer = context.getBean(Verifier.class).verify((checked, total) -> {});
            report.lines(answer).forEach(out::println);
            return answer.intact() ? INTACT : FAULTS;
        } catch (RuntimeException e) {
            out.println(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            return NOT_DONE;
        }
    }

    /** No component of the application: only what the verifier needs. */
    @ConfigurationPropertiesScan("io.shouqi.vault")
    @ComponentScan(
            basePackageClasses = ChainKey.class,
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*[.](ChainKey|Keys|KeyRegister)"))
    @ComponentScan(
            basePackages = "io.shouqi",
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = SealedFacts.class))
    @Import({ChainLinks.class, FactTables.class, SealBook.class, AnchorFiles.class, Verifier.class})
    static class VerifierAlone {

        @Bean
        MessageSource messageSource() {
            var messages = new ResourceBundleMessageSource();
            messages.setBasename("messages/audit");
            messages.setDefaultEncoding("UTF-8");
            messages.setFallbackToSystemLocale(false);
            return messages;
        }
    }
}
