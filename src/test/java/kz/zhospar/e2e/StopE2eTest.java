package kz.zhospar.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static kz.zhospar.e2e.MainJobE2eTest.button;
import static kz.zhospar.e2e.MainJobE2eTest.cell;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import kz.zhospar.ZhosparApplication;
import kz.zhospar.testing.JavaProcess;
import kz.zhospar.testing.Ports;
import kz.zhospar.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** The application in a process of its own that is told to stop, as at an upgrade. */
class StopE2eTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int STOPPED_BY_SIGTERM = 128 + 15;

    private final String database = TestDatabase.newDatabase();
    private final int port = Ports.free();

    @Test
    void tellsOpenScreensAndKeepsWhatIsBeingTyped() throws Exception {
        var application = start();
        try (var browser = new Browser(port)) {
            awaitReady(application);
            var page = browser.signedIn("us-sport-official", "/plan/goals/4.6");
            button(page, "Предложить изменения").click();
            var row = ResilienceE2eTest.editableRow(page);
            cell(page, row, "2024").click();
            page.keyboard().press("Control+A");
            page.keyboard().type("77,7");

            application.destroy();

            assertThat(page.getByText("Сервер перезапускается").first()).isVisible();
            assertThat(application.waitFor(PATIENCE)).isTrue();
            assertThat(application.exitValue()).isEqualTo(STOPPED_BY_SIGTERM);
            assertThat(TestDatabase.asOwner(database)
                            .sql("select value from proposed_change")
                            .query(String.class)
                            .list())
                    .singleElement()
                    .asString()
                    .contains("77.7");
        } finally {
            application.destroyForcibly();
        }
    }

    private Process start() throws IOException {
        var settings = Stream.concat(
                Stream.of("vaadin.productionMode=true", "server.port=" + port),
                Stream.of(TestDatabase.settings(database)));
        return JavaProcess.of(
                        ZhosparApplication.class, settings.map("--"::concat).toList())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target/stopped-application.log").toFile())
                .start();
    }

    private void awaitReady(Process application) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!listens()) {
            assertThat(application.isAlive() && System.nanoTime() < end)
                    .as("it starts; see target/stopped-application.log")
                    .isTrue();
            Thread.sleep(250);
        }
    }

    private boolean listens() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
