package io.shouqi.identity;

/** What opened the door, as the log says it. */
enum LoginProof {
    PASSWORD("密码"),
    PHONE("密码和手机验证码"),
    RECOVERY_CODE("密码和恢复码");

    private final String text;

    LoginProof(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
