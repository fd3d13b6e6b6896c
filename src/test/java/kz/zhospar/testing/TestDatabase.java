package kz.zhospar.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Gives each application context a new empty database on the one PostgreSQL server of this JVM. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Whose the databases and their tables are. */
    public static final String OWNER = "zhospar";

    /** As whom the application connects. */
    public static final String APPLICATION = "zhospar_app";

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
                // As outside of tests, one role owns the databases and the application is another.
                execute(server, "create role " + OWNER + " login");
                execute(server, "create role " + APPLICATION + " login");
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
        TestPropertyValues.of(settings(newDatabase()))
                .and(
                        // Contexts stay cached side by side; a pool of ten each would use up the server's connections.
                        "spring.datasource.hikari.maximum-pool-size="
                                + context.getEnvironment().getProperty("zhospar.test.connections", "5"),
                        "spring.datasource.hikari.minimum-idle=0",
                        // Work that starts by itself would disturb; a test calls the job that it is about.
                        "zhospar.schedule=off",
                        // A test asks more in a minute than people do; the limits have a test of their own.
                        "zhospar.limits.api=0",
                        "zhospar.limits.downloads=0",
                        "zhospar.limits.uploads=0",
                        "zhospar.limits.messages=0",
                        "zhospar.limits.sign-in=0")
                .applyTo(context);
    }

    /** Creates an empty database, owned by {@link #OWNER}, and returns its JDBC address, which names no user. */
    public static String newDatabase() {
        var name = "test" + COUNT.incrementAndGet();
        execute(Server.INSTANCE, "create database " + name + " owner " + OWNER);
        return "jdbc:postgresql://localhost:%d/%s".formatted(Server.INSTANCE.getPort(), name);
    }

    /** The settings by which an application runs on a database, as {@code name=value}. */
    public static String[] settings(String url) {
        return new String[] {
            "spring.datasource.url=" + url,
            "spring.datasource.username=" + APPLICATION,
            "spring.flyway.url=" + url,
            "spring.flyway.user=" + OWNER
        };
    }

    /** The database with the rights of its owner. */
    public static JdbcClient asOwner(String url) {
        return JdbcClient.create(new DriverManagerDataSource(url, OWNER, ""));
    }

    /** The database of an application with the rights of the owner. */
    public static JdbcClient asOwner(ApplicationContext context) {
        return asOwner(context.getBean(JdbcConnectionDetails.class).getJdbcUrl());
    }

    /** Lets the owner do what the trigger of an append-only table refuses, as somebody with bad intent might. */
    public static void tamper(JdbcClient owner, String table, Runnable deed) {
        owner.sql("alter table %s disable trigger append_only".formatted(table)).update();
        try {
            deed.run();
        } finally {
            owner.sql("alter table %s enable always trigger append_only".formatted(table))
                    .update();
        }
    }

    /** Lets the database of an application refuse every connection for a while, as one that is down. */
    public static void whileAway(ApplicationContext context, Work work) throws Exception {
        during(context, "connection limit 0", "connection limit -1", work);
    }

    /** Lets the database of an application only be read for a while, as a standby. */
    public static void whileReadOnly(ApplicationContext context, Work work) throws Exception {
        during(context, "set default_transaction_read_only = on", "reset default_transaction_read_only", work);
    }

    /** Lets additions to a table fail for a while, as on a full disk. */
    public static void whileFull(ApplicationContext context, String table, Work work) throws Exception {
        var owner = asOwner(context);
        owner.sql("""
                create or replace function no_room() returns trigger language plpgsql as $$
                begin
                    raise exception 'could not extend file: No space left on device' using errcode = 'disk_full';
                end $$""").update();
        owner.sql("create trigger no_room before insert or update on %s for each statement execute function no_room()"
                        .formatted(table))
                .update();
        try {
            work.run();
        } finally {
            owner.sql("drop trigger no_room on " + table).update();
        }
    }

    /** What is done during an outage. */
    public interface Work {
        void run() throws Exception;
    }

    private static void during(ApplicationContext context, String setting, String back, Work work) throws Exception {
        var url = context.getBean(JdbcConnectionDetails.class).getJdbcUrl();
        var name = url.substring(url.lastIndexOf('/') + 1);
        alter(name, setting);
        try {
            work.run();
        } finally {
            alter(name, back);
        }
    }

    /** Takes effect on whoever connects from now on; whoever is connected has to do so again. */
    private static void alter(String database, String setting) {
        execute(Server.INSTANCE, "alter database %s %s".formatted(database, setting));
        execute(
                Server.INSTANCE,
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'".formatted(database));
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
