package kz.zhospar.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each application context a new empty database on the one PostgreSQL server of this JVM. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Started on first use; stopped with the JVM, after the applications, which say goodbye to their databases. */
    private static final class Server {
        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                var server = EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C")
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .setServerConfig("full_page_writes", "off")
                        .setRegisterShutdownHook(false)
                        .start();
                SpringApplication.getShutdownHandlers().add(() -> stop(server));
                // As outside of tests, the application owns its database and is no superuser.
                execute(server, "create role zhospar login");
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + newDatabase(),
                        "spring.datasource.username=zhospar",
                        // Contexts stay cached side by side; a pool of ten each would use up the server's connections.
                        "spring.datasource.hikari.maximum-pool-size="
                                + context.getEnvironment().getProperty("zhospar.test.connections", "5"),
                        "spring.datasource.hikari.minimum-idle=0",
                        // Work that starts by itself would disturb; a test calls the job that it is about.
                        "zhospar.schedule=off")
                .applyTo(context);
    }

    /** Creates an empty database, owned by the role {@code zhospar}, and returns its JDBC address. */
    public static String newDatabase() {
        var name = "test" + COUNT.incrementAndGet();
        execute(Server.INSTANCE, "create database " + name + " owner zhospar");
        return Server.INSTANCE.getJdbcUrl("zhospar", name);
    }

    private static void execute(EmbeddedPostgres server, String command) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw new IllegalStateException(command, e);
        }
    }
}
