package io.shouqi.identity;

/** Why somebody was not let in, as the log says it. */
enum LoginFailure {
    UNKNOWN_NAME("unknown name"),
    WRONG_PASSWORD("wrong password"),
    WRONG_CODE("wrong code"),
    LOCKED("locked");

    private final String text;

    LoginFailure(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
