package io.shouqi.identity;

/** Why somebody was not let in. The log keeps the name; its page says it in the reader's language. */
enum LoginFailure {
    UNKNOWN_NAME,
    WRONG_PASSWORD,
    WRONG_CODE,
    LOCKED
}
