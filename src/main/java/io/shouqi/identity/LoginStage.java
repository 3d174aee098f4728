package io.shouqi.identity;

/** What a person still has to pass after the password, in this order. */
public enum LoginStage {
    /** A code of the second factor. */
    CODE("/login/code"),
    /** A password of one's own in place of the one that was given. */
    NEW_PASSWORD("/login/password");

    private final String page;

    LoginStage(String page) {
        this.page = page;
    }

    String page() {
        return page;
    }
}
