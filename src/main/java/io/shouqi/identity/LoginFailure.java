package io.shouqi.identity;

/** Why somebody was not let in, as the log says it. */
enum LoginFailure {
    UNKNOWN_NAME("没有这个用户名"),
    WRONG_PASSWORD("密码不对"),
    WRONG_CODE("验证码不对"),
    LOCKED("暂时锁定");

    private final String text;

    LoginFailure(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
