package io.shouqi.portal.monitor;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why a step failed, as far as its exceptions tell; each has a sentence for people in the messages. */
enum Cause {
    /** Two were at the same thing at once; the next attempt usually succeeds. */
    CLASH("OptimisticLocking|ConcurrencyFailure|CannotAcquireLock|PessimisticLocking|deadlock"),
    /** Somebody outside did not answer. */
    UNREACHABLE(
            "ConnectException|UnknownHost|SocketTimeout|HttpTimeout|HttpConnectTimeout|ResourceAccess|SSLException"),
    DATABASE("CannotCreateTransaction|CannotGetJdbcConnection|JDBCConnection|QueryTimeout|TransactionTimedOut"),
    /** The rules of the business said no. */
    REFUSED("io\\.shouqi\\.shared\\.Refusal"),
    /** The database refused what was to be stored. */
    DATA("DataIntegrityViolation|ConstraintViolation|violates"),
    /** The diagram asks for something that is not there. */
    MODEL("PropertyNotFound|Unknown property|ELException|BadUserRequest|NotFoundException|no outgoing sequence flow"),
    OTHER("");

    private final Pattern signs;

    Cause(String signs) {
        this.signs = Pattern.compile(signs);
    }

    /** The first that fits counts. */
    static Cause of(@Nullable String technical) {
        var text = technical == null ? "" : technical;
        return Arrays.stream(values())
                .filter(cause -> cause.signs.matcher(text).find())
                .findFirst()
                .orElse(OTHER);
    }
}
