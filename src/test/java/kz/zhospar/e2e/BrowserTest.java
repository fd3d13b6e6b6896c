package kz.zhospar.e2e;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A browser for each test. */
@E2eTest
abstract class BrowserTest {

    @LocalServerPort
    private int port;

    Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }
}
