package io.shouqi.database;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;

/** Where the product's data lies and how its two roles log in. */
record ProductDatabase(String url, Login owner, Login app) {

    /** A server with an administrator's login: the roles are prepared here. */
    static ProductDatabase on(String url, Login admin, DatabaseProperties.Passwords passwords) {
        var owner = login(admin, Login.OWNER, passwords.ownerPassword());
        var app = login(admin, Login.APP, passwords.appPassword());
        ProductRoles.prepare(url, admin, owner, app);
        return new ProductDatabase(url, owner, app);
    }

    /** The server of {@code spring.datasource.*}: an administrator's login, or the application's own. */
    static ProductDatabase given(DataSourceProperties source, DatabaseProperties.Passwords passwords) {
        var url = Objects.requireNonNull(source.getUrl());
        var user = source.getUsername();
        if (user == null || user.isBlank()) {
            throw new DatabaseUnavailable("spring.datasource.url is set but spring.datasource.username is not.");
        }
        var login = new Login(user, Objects.requireNonNullElse(source.getPassword(), ""));
        if (!user.equals(Login.APP)) {
            return on(url, login, passwords);
        }
        if (passwords.ownerPassword() == null) {
            throw new DatabaseUnavailable("spring.datasource.username is shouqi_app, so the migrations need"
                    + " shouqi.database.owner-password, the password of shouqi_owner.");
        }
        return new ProductDatabase(url, new Login(Login.OWNER, passwords.ownerPassword()), login);
    }

    private static Login login(Login admin, String role, @Nullable String password) {
        return password == null ? admin.derive(role) : new Login(role, password);
    }
}
