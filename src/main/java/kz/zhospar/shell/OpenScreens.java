package kz.zhospar.shell;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletService;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import kz.zhospar.common.ui.Ui;
import org.atmosphere.cpr.AtmosphereFramework;
import org.atmosphere.cpr.AtmosphereFrameworkListenerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The screens that are open on this node. Before it stops, each is told so and sends what was typed in the last moment,
 * so that it is kept.
 */
@Component
class OpenScreens implements VaadinServiceInitListener, MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(OpenScreens.class);

    /** For the message to reach the screens and for what they send to be kept. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    /** What a field holds back until one pauses or leaves it. */
    private static final String SEND_WHAT_IS_TYPED = """
            let field = document.activeElement;
            while (field?.shadowRoot?.activeElement) field = field.shadowRoot.activeElement;
            field?.dispatchEvent(new Event('change', {bubbles: true, composed: true}));
            field?.blur?.();
            """;

    private final Set<UI> screens = ConcurrentHashMap.newKeySet();
    private final AtomicInteger sessions = new AtomicInteger();
    private final transient ApplicationContext context;
    private boolean stopping;

    OpenScreens(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var service = event.getSource();
        service.addSessionInitListener(_ -> sessions.incrementAndGet());
        service.addSessionDestroyListener(_ -> sessions.decrementAndGet());
        service.addUIInitListener(opened -> follow(opened.getUI()));
        if (service instanceof VaadinServletService servlet) {
            channels(servlet).forEach(this::beforeItCloses);
        }
    }

    /** What Vaadin pushes through; empty where nothing listens, as in tests of screens without a browser. */
    private static Stream<AtmosphereFramework> channels(VaadinServletService service) {
        var servlet = service.getServlet().getServletContext();
        return Collections.list(servlet.getAttributeNames()).stream()
                .map(servlet::getAttribute)
                .filter(AtmosphereFramework.class::isInstance)
                .map(AtmosphereFramework.class::cast);
    }

    /** When the process is told to stop, the channel closes by itself, at the same time as the application. */
    private void beforeItCloses(AtmosphereFramework channel) {
        channel.frameworkListener(new AtmosphereFrameworkListenerAdapter() {
            @Override
            public void onPreDestroy(AtmosphereFramework closing) {
                sayGoodbye();
            }
        });
    }

    private void follow(UI ui) {
        screens.add(ui);
        ui.addDetachListener(_ -> screens.remove(ui));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("zhospar.sessions", sessions, AtomicInteger::get)
                .description("Browsers with a session on this node")
                .register(registry);
        Gauge.builder("zhospar.screens", screens, Set::size)
                .description("Open screens on this node")
                .register(registry);
    }

    /** Comes before the web server stops to listen. */
    @EventListener
    void stopping(ContextClosedEvent event) {
        if (event.getApplicationContext() == context) {
            sayGoodbye();
        }
    }

    /** Whoever comes second waits until the first has done it. */
    private synchronized void sayGoodbye() {
        if (stopping || screens.isEmpty()) {
            return;
        }
        stopping = true;
        LOG.info("Stopping; open screens: {}", screens.size());
        screens.forEach(OpenScreens::sayGoodbye);
        LockSupport.parkNanos(LAST_WORDS.toNanos());
    }

    private static void sayGoodbye(UI ui) {
        try {
            ui.access(() -> {
                ui.getPage().executeJs(SEND_WHAT_IS_TYPED);
                Ui.warn(t("shell.restart"));
            });
        } catch (UIDetachedException e) {
            LOG.debug("Nobody is there any more", e);
        }
    }
}
