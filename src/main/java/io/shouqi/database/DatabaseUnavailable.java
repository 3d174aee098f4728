package io.shouqi.database;

/** The database cannot be reached or prepared; the message says what to do about it. */
class DatabaseUnavailable extends RuntimeException {

    DatabaseUnavailable(String message) {
        super(message);
    }

    DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
