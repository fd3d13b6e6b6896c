package kz.zhospar.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.VirtualChildrenList;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.json.JsonMapper;

/** A screen in a browser: it speaks to the server as Vaadin's client does, and says whatever it is told to say. */
final class Tab {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Client client;
    private final UI ui;
    private final String token;
    private int messages;

    /** @param first what the server answered to the first request of the screen */
    Tab(Client client, byte[] first, UI ui) {
        this.client = client;
        this.ui = ui;
        this.token = JSON.readTree(first)
                .path("appConfig")
                .path("uidl")
                .path("Vaadin-Security-Key")
                .asString();
    }

    int id() {
        return ui.getUIId();
    }

    String token() {
        return token;
    }

    int nextMessage() {
        return messages;
    }

    void navigate(String address) {
        var parts = address.split("\\?", 2);
        event(
                node(ui.getElement()),
                "ui-navigate",
                Map.of(
                        "route",
                        parts[0],
                        "query",
                        parts.length == 1 ? "" : parts[1],
                        "appShellTitle",
                        "",
                        "historyState",
                        Map.of(),
                        "trigger",
                        ""));
    }

    /** What stands on the screen: the class of the innermost view. */
    String view() {
        return read(() -> ui.getInternals().getActiveRouterTargetsChain().stream()
                .findFirst()
                .map(target -> ClassUtils.getUserClass(target).getSimpleName())
                .orElse("nothing"));
    }

    /** Everything that can be read on the screen itself, without the frame around it. */
    String text() {
        return read(() -> ui.getInternals().getActiveRouterTargetsChain().stream()
                .findFirst()
                .map(HasElement::getElement)
                .map(Element::getTextRecursively)
                .orElse(""));
    }

    void click(int node) {
        event(node, "click", Map.of());
    }

    void event(int node, String event, Map<String, ?> data) {
        say(Map.of("type", "event", "node", node, "event", event, "data", data));
    }

    /** Claims that a property of an element has another value in the browser. */
    void sync(int node, String property, Object value) {
        say(Map.of("type", "mSync", "node", node, "feature", 1, "property", property, "value", value));
    }

    /** Calls a method that a component offers to its client. */
    void call(int node, String method, Object... arguments) {
        say(Map.of(
                "type",
                "publishedEventHandler",
                "node",
                node,
                "templateEventMethodName",
                method,
                "templateEventMethodArgs",
                List.of(arguments),
                "promise",
                0));
    }

    private void say(Map<String, ?> invocation) {
        say(List.of(invocation));
    }

    /** Sends messages in their order, as one; says whether the server refused to go on by them. */
    boolean say(List<Map<String, ?>> invocations) {
        var answer = post(id(), token, messages++, invocations);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " to " + invocations.size() + " messages");
        }
        return new String(answer.body(), StandardCharsets.UTF_8).contains("\"appError\"");
    }

    /** Sends messages as they are; nothing is counted. */
    HttpResponse<byte[]> post(int ui, String token, int message, List<Map<String, ?>> invocations) {
        var body = JSON.writeValueAsString(
                Map.of("csrfToken", token, "rpc", invocations, "syncId", 0, "clientId", message));
        return client.send(
                client.to("/?v-r=uidl&v-uiId=" + ui).header("Content-Type", "application/json; charset=UTF-8"),
                "POST",
                BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    }

    /** Looks at the server's side of the screen. */
    <T> T read(Supplier<T> look) {
        var session = ui.getSession();
        session.lock();
        try {
            return look.get();
        } finally {
            session.unlock();
        }
    }

    /** Does to the server's side what the application might do to it, and lets the browser know. */
    void change(Runnable work) {
        read(() -> {
            UI.setCurrent(ui);
            try {
                work.run();
            } finally {
                UI.setCurrent(null);
            }
            return true;
        });
        say(List.of());
    }

    /** The nodes of the tables that are written in like a spreadsheet. */
    List<Integer> grids() {
        return all(
                        Component.class,
                        one -> !one.getElement().isTextNode()
                                && one.getElement().getTag().equals("z-value-grid"))
                .stream()
                .map(Tab::node)
                .toList();
    }

    /** The components of a class that the server holds for the screen, whether the browser has them or not. */
    <T extends Component> List<T> all(Class<T> type, Predicate<T> wanted) {
        return read(() -> within(ui.getElement())
                .flatMap(element -> element.getComponent().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .filter(wanted)
                .toList());
    }

    <T extends Component> T only(Class<T> type, Predicate<T> wanted) {
        var found = all(type, wanted);
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " of " + type + " on " + view());
        }
        return found.getFirst();
    }

    static int node(Component component) {
        return node(component.getElement());
    }

    private static int node(Element element) {
        return element.getNode().getId();
    }

    private static Stream<Element> within(Element element) {
        return Stream.concat(
                Stream.of(element),
                Stream.concat(element.getChildren(), virtual(element)).flatMap(Tab::within));
    }

    /** Dialogs are children of the page that stand in no list. */
    private static Stream<Element> virtual(Element element) {
        return element.getNode().hasFeature(VirtualChildrenList.class)
                ? element.getNode().getFeatureIfInitialized(VirtualChildrenList.class).stream()
                        .flatMap(list -> IntStream.range(0, list.size())
                                .mapToObj(list::get)
                                .map(Element::get))
                : Stream.empty();
    }
}
