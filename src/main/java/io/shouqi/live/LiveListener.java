package io.shouqi.live;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears what any node says, on a connection of its own outside of the pool. After a break nobody knows what was missed,
 * so every page hears that something may have changed.
 */
@Component
class LiveListener implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LiveListener.class);
    private static final int WAIT_MILLIS = 10_000;
    private static final int ANSWER_SECONDS = 5;

    private final JdbcConnectionDetails database;
    private final LiveStreams streams;
    private final JsonMapper json;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Connection connection;

    LiveListener(JdbcConnectionDetails database, LiveStreams streams, JsonMapper json) {
        this.database = database;
        this.streams = streams;
        this.json = json;
    }

    @Override
    public void start() {
        try {
            connect();
        } catch (SQLException e) {
            log.warn("pages hear no news yet: {}", e.toString());
        }
        var listening = new Thread(this::listen, "live-listener");
        listening.setDaemon(true);
        thread = listening;
        listening.start();
    }

    private void listen() {
        while (isRunning()) {
            try {
                if (connection == null) {
                    connect();
                    log.info("pages hear news again");
                    streams.tellThatAnythingMayHaveChanged();
                }
                hear();
            } catch (SQLException e) {
                disconnect();
                if (isRunning()) {
                    log.warn("pages hear no news: {}", e.toString());
                    pause();
                }
            }
        }
        disconnect();
    }

    private void connect() throws SQLException {
        var login = new Properties();
        login.setProperty("user", String.valueOf(database.getUsername()));
        login.setProperty("password", String.valueOf(database.getPassword()));
        login.setProperty("ApplicationName", "shouqi-live");
        login.setProperty("tcpKeepAlive", "true");
        var opened = DriverManager.getConnection(database.getJdbcUrl(), login);
        connection = opened;
        try (var statement = opened.createStatement()) {
            statement.execute("listen " + LiveAnnouncer.CHANNEL);
        }
    }

    private void hear() throws SQLException {
        var open = connection;
        if (open == null) {
            return;
        }
        var heard = open.unwrap(PGConnection.class).getNotifications(WAIT_MILLIS);
        if (heard == null || heard.length == 0) {
            if (!open.isValid(ANSWER_SECONDS)) {
                throw new SQLException("the connection does not answer");
            }
            return;
        }
        for (var notification : heard) {
            deliver(notification.getParameter());
        }
    }

    private void deliver(String said) {
        try {
            streams.deliver(json.readValue(said, News.class));
        } catch (JacksonException e) {
            // another version of the product says more than this one knows
            streams.tellThatAnythingMayHaveChanged();
        }
    }

    private void disconnect() {
        var open = connection;
        connection = null;
        if (open == null) {
            return;
        }
        try {
            open.abort(Runnable::run);
        } catch (SQLException e) {
            log.debug("a broken connection", e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        var listening = thread;
        thread = null;
        if (listening == null) {
            return;
        }
        disconnect();
        listening.interrupt();
        try {
            listening.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
