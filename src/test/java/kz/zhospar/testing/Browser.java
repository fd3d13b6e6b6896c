package kz.zhospar.testing;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.github.mvysny.kaributesting.v10.spring.MockSpringSecurity;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLayout;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kotlin.jvm.functions.Function0;
import kz.zhospar.identity.SignIn;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.util.ClassUtils;

/** The screens as a person finds them, without a browser. */
public final class Browser {
    private static final Routes ROUTES = new Routes(views(), errorViews(), true);

    private Browser() {}

    /** Opens an address as an account of the shipped realm file and looks at the screen, in a session of its own. */
    public static void open(ApplicationContext context, String account, String address, Runnable look) {
        open(context, account, address, false, look);
    }

    /** The same with the frame around the screen. */
    public static void openFramed(ApplicationContext context, String account, String address, Runnable look) {
        open(context, account, address, true, look);
    }

    private static void open(
            ApplicationContext context, String account, String address, boolean framed, Runnable look) {
        SignIn.as(SignIn.person(account), () -> {
            MockSpringSecurity.mock();
            Function0<UI> newUi = MockedUI::new;
            MockVaadin.setup(newUi, new MockSpringServlet(ROUTES, context, newUi));
            try {
                if (framed) {
                    frames().forEach(UI.getCurrent().getInternals().getRouter().getRegistry()::setLayout);
                }
                var location = new Location(address);
                UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
                look.run();
            } finally {
                MockVaadin.tearDown();
            }
        });
    }

    /** Everything that can be read on the screen, dialogs and notifications included. */
    public static String text() {
        var parts = Stream.of(
                        UI.getCurrent().getInternals().getActiveRouterTargetsChain().stream()
                                .map(HasElement::getElement)
                                .reduce((inner, outer) -> outer)
                                .stream(),
                        UI.getCurrent().getChildren().map(Component::getElement),
                        _find(Dialog.class).stream().map(Component::getElement),
                        _find(Notification.class).stream().map(Component::getElement))
                .flatMap(elements -> elements)
                .map(element -> element.getTextRecursively() + " " + element.getProperty("text", ""));
        return parts.collect(Collectors.joining(" "));
    }

    /** What the buttons say, in order. */
    public static List<String> buttons() {
        return _find(Button.class).stream().map(Button::getText).toList();
    }

    public static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    /** The part of the screen with a class name, as text. */
    public static String part(String className) {
        return _find(Component.class, spec -> spec.withClasses(className)).stream()
                .map(part -> part.getElement().getTextRecursively())
                .collect(Collectors.joining("\n"));
    }

    private static Set<Class<? extends Component>> views() {
        return classes(new AnnotationTypeFilter(Route.class));
    }

    private static Set<Class<? extends RouterLayout>> frames() {
        return classes(new AnnotationTypeFilter(Layout.class));
    }

    private static Set<Class<? extends HasErrorParameter<?>>> errorViews() {
        return classes(new AssignableTypeFilter(HasErrorParameter.class));
    }

    /** Karibu's own discovery overlooks classes that are not public. */
    @SuppressWarnings("unchecked")
    private static <T> Set<Class<? extends T>> classes(TypeFilter filter) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(filter);
        var classes = new LinkedHashSet<Class<? extends T>>();
        for (BeanDefinition found : scanner.findCandidateComponents("kz.zhospar")) {
            classes.add((Class<? extends T>) ClassUtils.resolveClassName(found.getBeanClassName(), null));
        }
        return classes;
    }
}
