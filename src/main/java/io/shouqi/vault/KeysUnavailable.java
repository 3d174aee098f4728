package io.shouqi.vault;

/** The keys of this database are not here, or cannot be read; the message says what to do about it. */
class KeysUnavailable extends RuntimeException {

    KeysUnavailable(String message) {
        super(message);
    }

    KeysUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
