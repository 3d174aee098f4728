package io.shouqi.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL 17 beside the application, durable, its files in one directory that survives restarts. One JVM owns a
 * directory at a time; a server left behind by a killed JVM is stopped cleanly before its data is opened again.
 */
class EmbeddedServer implements AutoCloseable {

    static final String DATABASE = "shouqi";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final FileChannel ownership;
    private final EmbeddedPostgres postgres;
    private final Login admin;

    EmbeddedServer(Path dataDir) {
        var home = dataDir.toAbsolutePath().normalize();
        ownership = own(home);
        try {
            var cluster = cluster(home);
            OrphanedServer.stop(cluster);
            admin = admin(home);
            postgres = start(home, cluster);
            secure(cluster);
            createDatabase();
        } catch (IOException | SQLException | RuntimeException e) {
            release();
            throw new DatabaseUnavailable(
                    "The embedded PostgreSQL in " + home + " did not start: " + rootMessage(e)
                            + ". Is there space on the disk, and may this user write there?",
                    e);
        }
    }

    String jdbcUrl() {
        return url(DATABASE);
    }

    Login admin() {
        return admin;
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            release();
        }
    }

    static Path cluster(Path home) {
        return home.resolve("postgres");
    }

    private static FileChannel own(Path home) {
        try {
            Files.createDirectories(home);
            var channel =
                    FileChannel.open(home.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new DatabaseUnavailable("Another Shouqi is running on " + home
                        + ". Stop it, or start this one with another --shouqi.data-dir.");
            }
            return channel;
        } catch (IOException e) {
            throw new DatabaseUnavailable("The directory " + home + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private void release() {
        try {
            ownership.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EmbeddedPostgres start(Path home, Path cluster) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(home.resolve("postgres-binaries").toFile())
                .setPort(freePort())
                .setPGStartupWait(PATIENCE)
                .setConnectConfig("password", admin.password())
                // the library starts the server with fsync off; these win over its flags
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("password_encryption", "scram-sha-256")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "256MB")
                // the bundled server has no zone files of its own on every platform
                .setServerConfig("timezone", "UTC")
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("encoding", "UTF8")
                .start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A new cluster trusts loopback until it has a password; from then on only scram logins are let in. */
    private void secure(Path cluster) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(url("postgres"), admin.user(), admin.password());
                var statement = connection.createStatement()) {
            statement.execute("alter role postgres password " + statement.enquoteLiteral(admin.password()));
            Files.writeString(cluster.resolve("pg_hba.conf"), """
                    # written by Shouqi at each start
                    local all all              scram-sha-256
                    host  all all 127.0.0.1/32 scram-sha-256
                    host  all all ::1/128      scram-sha-256
                    """);
            statement.execute("select pg_reload_conf()");
        }
    }

    private void createDatabase() throws SQLException {
        try (var connection = DriverManager.getConnection(url("postgres"), admin.user(), admin.password());
                var statement = connection.createStatement()) {
            var found = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'");
            if (!found.next()) {
                statement.execute("create database " + DATABASE + " encoding 'UTF8' template template0");
            }
        }
    }

    private String url(String database) {
        return url(postgres.getPort(), database);
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The administrator of the cluster in that directory; its password is made where there is none yet. */
    static Login admin(Path home) throws IOException {
        return new Login("postgres", adminPassword(home));
    }

    private static String adminPassword(Path home) throws IOException {
        var file = home.resolve("database.secret");
        if (Files.notExists(file)) {
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            PrivateFile.write(file, HexFormat.of().formatHex(bytes));
        }
        return Files.readString(file).strip();
    }

    private static String rootMessage(Throwable e) {
        var cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
