package kz.zhospar.localdb;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** Prepares the application to run on one machine: checks the port, opens the database, says where to look. */
public final class LocalRun {
    private LocalRun() {}

    /**
     * Gives the application a database of its own, unless one is configured. The database is stopped after the
     * application, on whatever way the process ends short of being killed.
     *
     * @throws LocalStartException if the port or the data folder cannot be used
     */
    public static void prepare(SpringApplication application, String... args) {
        var options = LocalOptions.from(args);
        System.setProperty("zhospar.port", String.valueOf(options.port()));
        refuseTakenPort(options.port());
        if (databaseIsConfigured(args)) {
            onceReady(application, port -> System.out.printf("%nЖоспар работает: http://localhost:%s%n", port));
            return;
        }
        var database = new LocalDatabase(options.data());
        closeAtTheEnd(application, database);
        database.open();
        application.setDefaultProperties(Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.user(),
                "spring.datasource.password", database.password(),
                "spring.flyway.url", database.url(),
                "spring.flyway.user", database.owner(),
                "spring.flyway.password", database.ownerPassword(),
                // Seals are signed with a key of this folder, and their head is published there.
                "zhospar.seal.home", options.data().toString(),
                "logging.file.name", options.data().resolve("zhospar.log").toString()));
        onceReady(application, port -> greet(port, options.data()));
    }

    private static void onceReady(SpringApplication application, Consumer<@Nullable String> greeting) {
        application.addListeners((ApplicationListener<ApplicationReadyEvent>) event ->
                greeting.accept(event.getApplicationContext().getEnvironment().getProperty("local.server.port")));
    }

    /** Spring's own shutdown hook comes too late: a start can be interrupted while the database is being made. */
    private static void closeAtTheEnd(SpringApplication application, LocalDatabase database) {
        var context = new AtomicReference<@Nullable ConfigurableApplicationContext>();
        application.setRegisterShutdownHook(false);
        application.addInitializers(context::set);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            var running = context.get();
            if (running != null) {
                running.close();
            }
            database.close();
        }));
    }

    private static boolean databaseIsConfigured(String... args) {
        return System.getenv("SPRING_DATASOURCE_URL") != null
                || System.getProperty("spring.datasource.url") != null
                || Arrays.stream(args).anyMatch(arg -> arg.startsWith("--spring.datasource.url="));
    }

    private static void refuseTakenPort(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new LocalStartException(
                    "Порт %d занят или недоступен. Выберите другой: ./zhospar run --port=%d"
                            .formatted(port, port < 65535 ? port + 1 : 8080),
                    e);
        }
    }

    private static void greet(@Nullable String port, Path data) {
        System.out.printf("""

                Жоспар работает: http://localhost:%s
                Данные:          %s

                Учётные записи для знакомства, пароль совпадает с именем:
                  uoz-official   специалист управления общественного здравоохранения
                  uoz-head       руководитель управления общественного здравоохранения
                  economy        согласующий управления экономики
                  curator-1      заместитель акима, куратор
                  akim-office    аппарат акима
                  auditor        аудитор
                  admin          администратор
                Все учётные записи: имя органа и -official или -head, например uk-head.

                Остановить: Ctrl-C
                """, port, data);
    }
}
