package kz.zhospar.access;

import static java.util.stream.Collectors.toCollection;
import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteBaseData;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.zhospar.finding.FindingCommand;
import kz.zhospar.finding.FindingService;
import kz.zhospar.finding.Severity;
import kz.zhospar.finding.Subject;
import kz.zhospar.seal.SealService;
import kz.zhospar.testing.Drafts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every address of the application by everybody: what it has is taken from the application, what is right from here. */
@AccessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpWalkModuleTest {

    private static final String NOBODY = "nobody";

    /** The columns of the tables below, in their order: one account of each role, and nobody. */
    private static final List<String> ACCOUNTS =
            List.of("ugm-official", "ugm-head", "economy", "curator-2", "akim-office", "auditor", "admin", NOBODY);

    /**
     * What each account finds behind each route. + its screen; . the screen of what is not there; x the screen of what
     * is not his; h the home desk; l the way to sign in. Behind the bar: what stands for the parameters of the route.
     */
    private static final String ROUTES = """
            route                                     offi head econ cura akim audi admi nobo
                                                      +    +    +    +    +    +    +    l
            login                                     h    h    h    h    h    h    h    +
            plan                                      +    +    +    +    +    +    +    l
            plan/goals/:number|1.2                    +    +    +    +    +    +    +    l
            plan/indicators/:number|1                 +    +    +    +    +    +    +    l
            changes                                   +    +    +    +    +    +    x    l
            changes/:number|own                       +    +    +    +    +    +    x    l
            changes/:number|foreign                   .    .    +    .    +    +    x    l
            changes/:number|none                      .    .    .    .    .    .    x    l
            periods                                   +    +    +    +    +    +    +    l
            periods/:number|none                      +    +    +    +    +    +    +    l
            posts                                     +    +    +    +    +    +    +    l
            notifications                             +    +    +    +    +    +    +    l
            settings                                  +    +    +    +    +    +    +    l
            audit                                     +    +    +    +    +    +    x    l
            audit/compare                             +    +    +    +    +    +    +    l
            audit/findings                            +    +    +    +    +    +    x    l
            audit/findings/:number|finding            +    +    +    .    +    +    x    l
            audit/findings/:number|foreign-finding    .    .    +    .    +    +    x    l
            audit/findings/:number|none               .    .    .    .    .    .    x    l
            audit/queries/:___url_parameter?|         x    x    +    x    +    +    x    l
            audit/queries/:___url_parameter?|facts-late  x  x    +    x    +    +    x    l
            audit/queries/:___url_parameter?|none     x    x    .    x    .    .    x    l
            audit/evidence                            x    x    x    x    x    +    x    l
            audit/seal                                x    x    x    x    x    +    +    l
            audit/access                              x    x    x    x    x    +    +    l
            admin                                     x    x    x    x    x    x    +    l
            admin/routes                              x    x    x    x    x    x    +    l
            admin/calendar                            x    x    x    x    x    x    +    l
            admin/periods                             x    x    x    x    x    x    +    l
            admin/posts                               +    +    +    +    +    +    +    l
            admin/mail                                x    x    x    x    x    x    +    l
            test/secured/:___url_parameter|7          +    +    +    +    +    +    +    l
            """;

    /** What a GET answers; 302 leads to signing in, 303 to the page that says why there is nothing. */
    private static final String MAPPINGS = """
            mapping                                   offi head econ cura akim audi admi nobo
            /api/v1/plans                             200  200  200  200  200  200  200  200
            /api/v1/plans/{code}|almaty-2021-2025     200  200  200  200  200  200  200  200
            /api/v1/plans/{code}|none                 404  404  404  404  404  404  404  404
            /api/v1/plans/{code}.xlsx|almaty-2021-2025 200 200  200  200  200  200  200  200
            /api/v1/plans/{code}.xlsx|none            404  404  404  404  404  404  404  404
            /api/v1/seal                              200  200  200  200  200  200  200  200
            /api/v1/seal/{number}|1                   200  200  200  200  200  200  200  200
            /api/v1/seal/{number}|999                 404  404  404  404  404  404  404  404
            /api/v1/**|nothing                        404  404  404  404  404  404  404  404
            /documents/comparison.xlsx|?from=previous&to=current 200 200 200 200 200 200 200 302
            /documents/comparison.docx|?from=previous&to=current 200 200 200 200 200 200 200 302
            /documents/comparison.docx|?request=own   200  200  200  200  200  200  303  302
            /documents/comparison.docx|?request=foreign 303 303 200  303  200  200  303  302
            /documents/comparison.docx|?request=none  303  303  303  303  303  303  303  302
            /error                                    403  403  403  403  403  403  403  302
            /livez                                    200  200  200  200  200  200  200  200
            /readyz                                   200  200  200  200  200  200  200  200
            """;

    private static final List<String> WRITING = List.of("POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** What is no mapping of ours: other handlers, what a browser asks for by itself, and what must not lie open. */
    private static final String OTHERS = """
            address                                   offi head econ cura akim audi admi nobo
            /sw.js                                    200  200  200  200  200  200  200  200
            /manifest.webmanifest                     200  200  200  200  200  200  200  200
            /offline.html                             200  200  200  200  200  200  200  200
            /favicon.ico                              404  404  404  404  404  404  404  404
            /aura/aura.css                            200  200  200  200  200  200  200  200
            /VAADIN/build/none.js                     404  404  404  404  404  404  404  404
            /VAADIN/dynamic/resource/0/none/file      404  404  404  404  404  404  404  404
            /webjars/none.js                          404  404  404  404  404  404  404  302
            /actuator                                 403  403  403  403  403  403  403  302
            /actuator/health                          403  403  403  403  403  403  403  302
            /actuator/env                             403  403  403  403  403  403  403  302
            /actuator/prometheus                      403  403  403  403  403  403  403  302
            /api/v2/plans                             403  403  403  403  403  403  403  302
            /vaadinServlet/admin                      200  200  200  200  200  200  200  302
            /no/such/page                             200  200  200  200  200  200  200  302
            /META-INF/resources/styles.css            404  404  404  404  404  404  404  404
            /WEB-INF/web.xml                          404  404  404  404  404  404  404  404
            /icons/../application.yml                 400  400  400  400  400  400  400  400
            /icons/..%2fapplication.yml               400  400  400  400  400  400  400  400
            /icons/%2e%2e/application.yml             400  400  400  400  400  400  400  400
            /styles/..;/actuator/env                  400  400  400  400  400  400  400  400
            //actuator/env                            400  400  400  400  400  400  400  400
            """;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private FindingService findings;

    private final Map<String, Client> clients = new LinkedHashMap<>();

    /** What the words behind the bars stand for. */
    private final Map<String, String> numbers = new LinkedHashMap<>();

    @BeforeAll
    void prepare() {
        for (var account : ACCOUNTS) {
            clients.put(account, account.equals(NOBODY) ? Client.nobody(context) : Client.signedIn(context, account));
        }
        var drafts = new Drafts(context);
        var own = drafts.submitted("ugm", "Свой запрос");
        numbers.put("own", String.valueOf(own));
        numbers.put("foreign", String.valueOf(drafts.draft("uo", "Чужой запрос")));
        numbers.put("finding", finding(own, "ugm"));
        numbers.put("foreign-finding", finding(own, "uo"));
        numbers.put("none", "999999");
        as(person("auditor"), () -> context.getBean(SealService.class).sealNow());
    }

    private String finding(long request, String body) {
        var command = new FindingCommand(
                new Subject.OfRequest(request),
                body,
                Severity.LOW,
                "Замечание",
                LocalDate.now().plusDays(30));
        return as(
                person("auditor"), () -> String.valueOf(findings.raise(command).number()));
    }

    @AfterAll
    void close() {
        clients.values().forEach(Client::close);
    }

    /** A line of a table: what the application calls it, an address of that form, and what each account gets. */
    private record Line(String name, String address, List<String> expected) {}

    private List<Line> lines(String table) {
        return table.lines().skip(1).map(this::line).toList();
    }

    private Line line(String text) {
        var words = new ArrayList<>(List.of(text.strip().split("\\s+")));
        if (words.size() == ACCOUNTS.size()) {
            words.addFirst("");
        }
        var name = words.removeFirst().split("\\|", 2);
        assertThat(words).as(text).hasSize(ACCOUNTS.size());
        return new Line(name[0], name.length == 1 ? name[0] : address(name[0], name[1]), words);
    }

    private String address(String name, String filling) {
        if (filling.startsWith("?")) {
            var cut = filling.indexOf("request=") + "request=".length();
            var word = filling.substring(cut);
            return name + (filling.contains("request=") ? filling.substring(0, cut) + numbers.get(word) : filling);
        }
        var word = filling.equals("none") && name.contains("{code}") ? filling : numbers.getOrDefault(filling, filling);
        return name.replaceFirst("/(:[^/]+|\\{[a-z]+}|\\*\\*)", word.isEmpty() ? "" : "/" + word);
    }

    private static TreeSet<String> names(List<Line> lines) {
        return lines.stream().map(Line::name).collect(toCollection(TreeSet::new));
    }

    @Test
    void showsBehindEveryRouteToEachRoleWhatIsItsToSee() {
        var lines = lines(ROUTES);
        var views = views();
        assertThat(names(lines)).as("routes with an expectation").isEqualTo(new TreeSet<>(views.keySet()));
        var wrong = new ArrayList<String>();
        clients.forEach((account, client) -> {
            var tab = client.openScreen("");
            for (var line : lines) {
                var page = client.get("/" + line.address());
                tab.navigate(line.address());
                var shown = sign(tab.view(), views.get(line.name()));
                compare(wrong, account, line, page(page, shown) + shown);
            }
        });
        report("routes", lines, wrong);
    }

    /** The views by the templates of their routes, as they are registered. */
    private Map<String, String> views() {
        var tab = clients.get("auditor").openScreen("");
        return tab.read(() -> {
            var views = new LinkedHashMap<String, String>();
            registered()
                    .forEach(route -> views.put(
                            route.getTemplate(), route.getNavigationTarget().getSimpleName()));
            return views;
        });
    }

    private Stream<RouteBaseData<?>> registered() {
        UI ui = context.getBean(OpenedScreens.class).last();
        return ui.getInternals().getRouter().getRegistry().getRegisteredRoutes().stream()
                .flatMap(route -> Stream.concat(Stream.of(route), route.getRouteAliases().stream()));
    }

    private static String sign(String shown, String view) {
        return switch (shown) {
            case String same when same.equals(view) -> "+";
            case "NotFoundView" -> ".";
            case "NoAccessView" -> "x";
            case "HomeView" -> "h";
            case "LoginView" -> "l";
            default -> shown;
        };
    }

    /** Where only the way to sign in is shown, the page itself is not given either. Empty when it is as it should be. */
    private static String page(HttpResponse<?> page, String shown) {
        return page.statusCode() == (shown.equals("l") ? 302 : 200) ? toSignIn(page) : page.statusCode() + " ";
    }

    private static String toSignIn(HttpResponse<?> answer) {
        var elsewhere = answer.statusCode() == 302
                && !answer.headers().firstValue("Location").orElse("").endsWith("/login");
        return elsewhere ? "elsewhere " : "";
    }

    private void compare(List<String> wrong, String account, Line line, String actual) {
        var expected = line.expected().get(ACCOUNTS.indexOf(account));
        if (!actual.equals(expected)) {
            wrong.add("%s by %s: expected %s, was %s".formatted(line.address(), account, expected, actual));
        }
    }

    private static void report(String what, List<Line> lines, List<String> wrong) {
        System.out.printf(
                "HTTP walk: %d %s × %d roles = %d answers, %d not as expected%n",
                lines.size(), what, ACCOUNTS.size(), lines.size() * ACCOUNTS.size(), wrong.size());
        assertThat(wrong).isEmpty();
    }

    @Test
    void answersEachRoleAtEveryMappingAsExpected() {
        var lines = lines(MAPPINGS);
        assertThat(names(lines)).as("mappings with an expectation").isEqualTo(mappings());
        var wrong = new ArrayList<String>();
        walk(lines, wrong);
        report("mappings", lines, wrong);
    }

    /** The patterns of all handler methods, the framework's own included. None of them is there for writing. */
    private TreeSet<String> mappings() {
        var found = context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .toList();
        assertThat(found)
                .filteredOn(mapping -> !mapping.getPatternValues().contains("/error"))
                .extracting(mapping -> mapping.getMethodsCondition().toString())
                .containsOnly("[GET]");
        return found.stream()
                .map(RequestMappingInfo::getPatternValues)
                .flatMap(patterns -> patterns.stream())
                .collect(toCollection(TreeSet::new));
    }

    private void walk(List<Line> lines, List<String> wrong) {
        clients.forEach((account, client) -> lines.forEach(line -> {
            var answer = client.get(line.address());
            compare(wrong, account, line, toSignIn(answer) + answer.statusCode());
        }));
    }

    @Test
    void takesNothingInAtAnyMapping() {
        var wrong = new ArrayList<String>();
        var lines = lines(MAPPINGS);
        clients.forEach((account, client) -> lines.forEach(line -> WRITING.forEach(method -> {
            var status = client.send(method, line.address()).statusCode();
            if (status != refusal(method, line.name(), account)) {
                wrong.add("%s %s by %s: %d".formatted(method, line.address(), account, status));
            }
        })));
        System.out.printf(
                "HTTP walk: %d mappings × %d roles × %d methods that write, %d not as expected%n",
                lines.size(), ACCOUNTS.size(), WRITING.size(), wrong.size());
        assertThat(wrong).isEmpty();
    }

    /** To ask what would be possible does nothing, and is answered where the person may read. */
    private static int refusal(String method, String mapping, String account) {
        if (!method.equals("OPTIONS") || mapping.startsWith("/api/")) {
            return 403;
        }
        if (account.equals(NOBODY)) {
            return 302;
        }
        return mapping.startsWith("/documents/") ? 200 : 403;
    }

    @Test
    void answersEachRoleAtEveryOtherAddressAsExpected() {
        var lines = lines(OTHERS);
        var wrong = new ArrayList<String>();
        walk(lines, wrong);
        report("other addresses", lines, wrong);
    }

    /** Whatever else takes requests is known by name, so that nothing comes in unseen. */
    @Test
    void takesRequestsNowhereElse() {
        var handlers = context.getBeansOfType(AbstractUrlHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMap().keySet().stream())
                .collect(toCollection(TreeSet::new));
        assertThat(handlers).containsExactly("/**", "/webjars/**");
        var servlets = context.getBean(ServletContext.class).getServletRegistrations().values().stream()
                .map(ServletRegistration::getMappings)
                .flatMap(mappings -> mappings.stream())
                .collect(toCollection(TreeSet::new));
        assertThat(servlets).containsExactly("/", "/vaadinServlet/*");
    }

    @Test
    void givesTheFilesOfTheScreensToEverybody() throws IOException {
        var root = Path.of("target/classes/META-INF/resources");
        List<String> files;
        try (var found = Files.walk(root)) {
            files = found.filter(Files::isRegularFile)
                    .map(file -> "/" + root.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
        assertThat(files).contains("/styles.css");
        var lines = files.stream()
                .map(file ->
                        new Line(file, file, ACCOUNTS.stream().map(_ -> "200").toList()))
                .toList();
        var wrong = new ArrayList<String>();
        walk(lines, wrong);
        clients.forEach((account, client) -> lines.forEach(line -> {
            var status = client.send("HEAD", line.address()).statusCode();
            if (status != 200) {
                wrong.add("HEAD %s by %s: %d".formatted(line.address(), account, status));
            }
        }));
        report("static files", lines, wrong);
    }
}
