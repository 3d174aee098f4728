package io.shouqi.identity;

/** A password somebody has chosen, typed twice. */
record NewPassword(String password, String repeated) {

    @Override
    public String toString() {
        return "a new password";
    }
}
