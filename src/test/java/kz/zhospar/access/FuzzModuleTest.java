package kz.zhospar.access;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.upload.Upload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.zhospar.change.RequestService;
import kz.zhospar.plan.PlanService;
import kz.zhospar.testing.Drafts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;

/** Thousands of malformed requests from fixed seeds: the server never fails, and nothing changes by them. */
@AccessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class FuzzModuleTest {

    private static final List<String> PUBLIC = List.of(
            "/api/v1/plans",
            "/api/v1/plans/almaty-2021-2025",
            "/api/v1/plans/almaty-2021-2025.xlsx",
            "/api/v1/plans/",
            "/api/v1/seal",
            "/api/v1/seal/1",
            "/api/v1/seal/",
            "/api/v1/",
            "/api/",
            "/livez",
            "/readyz/",
            "/actuator/health",
            "/actuator/",
            "/styles.css",
            "/styles/",
            "/icons/",
            "/_static/echarts/6.0.0/dist/",
            "/VAADIN/",
            "/VAADIN/build/",
            "/VAADIN/dynamic/resource/",
            "/login",
            "/error",
            "/sw.js",
            "/");

    private static final List<String> OWN = List.of(
            "/documents/comparison.xlsx",
            "/documents/comparison.docx",
            "/documents/",
            "/VAADIN/dynamic/resource/0/",
            "/VAADIN/dynamic/",
            "/VAADIN/push",
            "/vaadinServlet/",
            "/webjars/",
            "/changes/",
            "/plan/goals/",
            "/audit/",
            "/");

    private static final List<String> PARAMETERS = List.of(
            "asOf",
            "asof",
            "revision",
            "language",
            "from",
            "to",
            "until",
            "request",
            "kind",
            "subject",
            "body",
            "person",
            "text",
            "object",
            "field",
            "of",
            "q",
            "draft",
            "scope",
            "state",
            "section",
            "year",
            "row",
            "action",
            "revisions",
            "missing",
            "edit",
            "new",
            "progress",
            "sort",
            "money",
            "severity",
            "over",
            "continue",
            "v-r",
            "v-uiId",
            "location",
            "query",
            "error");

    private static final List<String> METHODS = List.of(
            "GET", "GET", "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "gEt", "X");

    private static final List<String> HEADERS = List.of(
            "If-None-Match",
            "If-Match",
            "If-Modified-Since",
            "If-Range",
            "Range",
            "Accept",
            "Accept-Language",
            "Accept-Encoding",
            "Accept-Charset",
            "Content-Type",
            "Content-Encoding",
            "Cookie",
            "Origin",
            "Referer",
            "User-Agent",
            "Authorization",
            "X-Forwarded-For",
            "X-Forwarded-Proto",
            "Forwarded",
            "X-HTTP-Method-Override",
            "Access-Control-Request-Method",
            "Expect",
            "Upgrade",
            "TE",
            "X-CSRF-TOKEN");

    private static final List<String> VALUES = List.of(
            "",
            "*",
            "*/*",
            "\"",
            "W/\"\"",
            "\"a\",\"b\",,",
            "bytes=0-0,1-1,2-2",
            "bytes=-1",
            "bytes=99999999999999999999-",
            "bytes=5-1",
            "bytes=" + "0-,".repeat(500),
            "text/html;q=abc",
            "*/*;q=1e999",
            "application/json;charset=none",
            "multipart/form-data",
            "multipart/form-data; boundary=" + "x".repeat(300),
            "application/x-www-form-urlencoded; charset=UTF-7",
            "gzip;q=1e9,,;;",
            "gzip" + ";q=0.".repeat(400),
            "x-" + "-".repeat(200),
            "zz-ZZ-x-" + "a,".repeat(300),
            "en;q=2, *;q=-1",
            "Thu, 32 Foo 9999 99:99:99 GMT",
            "JSESSIONID=../../x; zhospar-lang=%00; a=\"",
            "zhospar-lang=" + "x".repeat(2000),
            "Basic !!!",
            "Bearer " + "a.".repeat(500),
            "for=\"[::1\"; proto=,",
            "100-continue",
            "h2c",
            "\u00ff\u00fe",
            "()");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private PlanService plans;

    /** Right answers to another version of the protocol and to transfer codings that there are not. */
    private static final Set<Integer> PROTOCOL = Set.of(501, 505);

    private final Map<Integer, Integer> answers = new TreeMap<>();
    private final List<String> failed = new ArrayList<>();
    private Map<String, String> before = Map.of();
    private Object plan = "";
    private long draft;

    @BeforeAll
    void prepare() {
        draft = new Drafts(context).draft("ugm", "Под обстрелом");
    }

    @BeforeEach
    void remember() {
        answers.clear();
        failed.clear();
        plan = plans.current();
        before = Records.of(context);
    }

    @AfterEach
    void nothingHasChanged() {
        System.out.println(
                "Fuzz: " + answers.values().stream().mapToInt(one -> one).sum() + " malformed requests, by answer "
                        + answers + ", " + failed.size() + " failures");
        assertThat(failed).isEmpty();
        assertThat(Records.of(context)).isEqualTo(before);
        assertThat(plans.current()).isSameAs(plan);
    }

    private void note(int status, String what) {
        answers.merge(status, 1, Integer::sum);
        if (status >= 500 && !PROTOCOL.contains(status)) {
            failed.add(status + " " + what);
        }
    }

    @Test
    void answersMalformedRequestsToWhatIsOpen() {
        var nonsense = new Nonsense(1);
        try (var nobody = Client.nobody(context)) {
            send(nonsense, nobody.port(), PUBLIC, "", 1500);
        }
    }

    @Test
    void answersMalformedRequestsOfSomebodyWhoIsSignedIn() {
        var nonsense = new Nonsense(2);
        try (var auditor = Client.signedIn(context, "auditor")) {
            auditor.open("audit");
            send(nonsense, auditor.port(), OWN, auditor.sessionHeader(), 900);
        }
    }

    private void send(Nonsense nonsense, int port, List<String> paths, String cookie, int count) {
        for (int i = 0; i < count; i++) {
            var request = request(nonsense, paths, cookie);
            note(Raw.status(port, request), i + " " + new String(request, StandardCharsets.UTF_8));
        }
    }

    /** Some of the parts are in order, so that the others come as far as they can. */
    private static byte[] request(Nonsense nonsense, List<String> paths, String cookie) {
        var line = new StringBuilder(nonsense.of(METHODS)).append(' ').append(nonsense.of(paths));
        for (int i = nonsense.below(3); i > 0; i--) {
            line.append(nonsense.inAddress());
        }
        for (int i = 0; i < nonsense.below(4); i++) {
            line.append(i == 0 ? '?' : '&')
                    .append(nonsense.sometimes(10) ? nonsense.inAddress() : nonsense.of(PARAMETERS))
                    .append('=')
                    .append(nonsense.sometimes(3) ? nonsense.inAddress() : Nonsense.encoded(nonsense.text()));
        }
        line.append(nonsense.sometimes(30) ? " HTTP/9.9\r\n" : " HTTP/1.1\r\n");
        line.append("Host: ")
                .append(nonsense.sometimes(20) ? nonsense.inAddress() : "127.0.0.1")
                .append("\r\n");
        line.append(cookie).append("Connection: close\r\n");
        for (int i = nonsense.below(3); i > 0; i--) {
            line.append(nonsense.of(HEADERS))
                    .append(": ")
                    .append(value(nonsense))
                    .append("\r\n");
        }
        var body = nonsense.sometimes(3) ? body(nonsense) : "";
        if (!body.isEmpty()) {
            line.append("Content-Length: ")
                    .append(
                            nonsense.sometimes(8)
                                    ? nonsense.text()
                                            .strip()
                                            .lines()
                                            .findFirst()
                                            .orElse("")
                                    : String.valueOf(body.getBytes(StandardCharsets.UTF_8).length))
                    .append("\r\n");
        }
        var request = line.append("\r\n").append(body).toString().getBytes(StandardCharsets.UTF_8);
        return nonsense.sometimes(6) ? nonsense.damaged(request) : request;
    }

    private static String value(Nonsense nonsense) {
        return nonsense.sometimes(4) ? nonsense.text().replaceAll("[\r\n]", " ") : nonsense.of(VALUES);
    }

    private static String body(Nonsense nonsense) {
        return switch (nonsense.below(6)) {
            case 0 -> "{\"csrfToken\":\"x\",\"rpc\":[{\"type\":\"event\",\"node\":1}],\"syncId\":0,\"clientId\":0}";
            case 1 -> "[".repeat(2000);
            case 2 -> "{\"a\":" + "{\"a\":".repeat(500);
            case 3 -> "username=" + nonsense.inAddress() + "&password=" + nonsense.inAddress();
            case 4 ->
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + nonsense.text() + "\"\r\n\r\n";
            default -> nonsense.text();
        };
    }

    private static final List<String> SCREENS = List.of(
            "",
            "plan",
            "plan/goals/1.2",
            "plan/goals/",
            "plan/indicators/1",
            "plan/indicators/",
            "changes",
            "changes/",
            "periods",
            "periods/",
            "posts",
            "notifications",
            "settings",
            "audit",
            "audit/compare",
            "audit/findings",
            "audit/findings/",
            "audit/queries/",
            "audit/evidence",
            "audit/seal",
            "admin/periods",
            "admin/calendar",
            "admin/mail",
            "admin/routes");

    /** A screen may say that something is not there, or show all of it, but not fail. */
    @Test
    void showsSomethingSensibleAtMalformedAddresses(CapturedOutput output) {
        var nonsense = new Nonsense(3);
        for (var account : List.of("auditor", "ugm-official", "admin")) {
            try (var client = Client.signedIn(context, account)) {
                var tab = client.openScreen("");
                for (int i = 0; i < 250; i++) {
                    var address = address(nonsense);
                    tab.navigate(address);
                    note(tab.view().equals("FailureView") ? 599 : 200, account + " at " + address);
                }
            }
        }
        assertThat(output).doesNotContain("Failure ");
    }

    private static String address(Nonsense nonsense) {
        var screen = nonsense.of(SCREENS);
        var address = new StringBuilder(screen);
        if (screen.endsWith("/")) {
            address.append(URLEncoder.encode(nonsense.text(), StandardCharsets.UTF_8));
        }
        for (int i = 0; i < 1 + nonsense.below(3); i++) {
            address.append(i == 0 ? '?' : '&')
                    .append(nonsense.of(PARAMETERS))
                    .append('=')
                    .append(URLEncoder.encode(nonsense.text(), StandardCharsets.UTF_8));
        }
        return address.toString();
    }

    private static final List<String> MESSAGES = List.of(
            "mSync", "event", "publishedEventHandler", "navigation", "channel", "attach", "attachExistingElement", "x");

    private static final List<String> EVENTS =
            List.of("click", "change", "opened-changed", "value-changed", "poll", "x");

    @Test
    void answersMalformedMessagesOfAScreen() {
        var nonsense = new Nonsense(4);
        try (var official = Client.signedIn(context, "ugm-official")) {
            var tab = official.open("plan");
            var cookie = official.sessionHeader();
            for (int i = 0; i < 500; i++) {
                var whole = nonsense.sometimes(3);
                // Parts that are missing from a claim about a property trip assertions that only tests switch on.
                var type = nonsense.of(whole ? MESSAGES : MESSAGES.subList(1, MESSAGES.size()));
                var good = ("{\"csrfToken\":\"%s\",\"rpc\":[{\"type\":\"%s\",\"node\":%d,\"event\":\"%s\",\"data\":{},"
                                + "\"feature\":1,\"property\":\"value\",\"value\":\"x\",\"templateEventMethodName\":\"save\","
                                + "\"templateEventMethodArgs\":[],\"promise\":0,\"channel\":1,\"args\":[]}],"
                                + "\"syncId\":-1,\"clientId\":-1}")
                        .formatted(tab.token(), type, nonsense.below(400) - 2, nonsense.of(EVENTS))
                        .getBytes(StandardCharsets.UTF_8);
                var body = whole ? good : nonsense.damaged(good);
                var head = "POST /?v-r=uidl&v-uiId=" + (nonsense.sometimes(5) ? nonsense.inAddress() : tab.id())
                        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + cookie
                        + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
                var request = new ByteArrayOutputStream();
                request.writeBytes(head.getBytes(StandardCharsets.UTF_8));
                request.writeBytes(body);
                note(
                        Raw.status(official.port(), request.toByteArray()),
                        i + " " + head + new String(body, StandardCharsets.UTF_8));
            }
        }
    }

    /** Files that are none, or not what they are called, sent as the author of a draft sends his document. */
    @Test
    void keepsNoMalformedFile(CapturedOutput output) throws IOException {
        var nonsense = new Nonsense(5);
        try (var author = Client.signedIn(context, "ugm-official")) {
            var tab = author.open("changes/" + draft);
            var upload = tab.only(Upload.class, _ -> true);
            var target = "/" + tab.read(() -> upload.getElement().getAttribute("target"));
            var cookie = author.sessionHeader();
            int i = 0;
            for (var file : files(nonsense).entrySet()) {
                for (var name : List.of(file.getKey(), "../../" + file.getKey(), nonsense.text(), "a.pdf", "a.docx")) {
                    var request = multipart(target, cookie, name, file.getValue());
                    note(
                            Raw.status(author.port(), nonsense.sometimes(4) ? nonsense.damaged(request) : request),
                            "file " + name);
                    i++;
                }
            }
            for (int j = 0; j < 150; j++) {
                var request = multipart(target, cookie, nonsense.text(), nonsense.bytes(nonsense.below(3000)));
                note(Raw.status(author.port(), nonsense.damaged(request)), "damaged upload");
            }
            assertThat(i).isGreaterThan(30);
        }
        assertThat(output).doesNotContain("Failure ");
        assertThat(as(
                        person("auditor"),
                        () -> context.getBean(RequestService.class).basisFile(draft)))
                .isEmpty();
    }

    static byte[] multipart(String target, String cookie, String name, byte[] content) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--limit--\r\n".getBytes(StandardCharsets.UTF_8));
        var request = new ByteArrayOutputStream();
        request.writeBytes(("POST " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + cookie
                        + "Content-Type: multipart/form-data; boundary=limit\r\nContent-Length: " + body.size()
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        request.writeBytes(body.toByteArray());
        return request.toByteArray();
    }

    private static Map<String, byte[]> files(Nonsense nonsense) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("empty.pdf", new byte[0]);
        files.put("page.html", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8));
        files.put(
                "picture.svg",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>".getBytes(StandardCharsets.UTF_8));
        files.put("program.exe", "MZ\u0090\u0000".getBytes(StandardCharsets.ISO_8859_1));
        files.put("random.png", nonsense.bytes(5000));
        files.put("archive.zip", zip("a.txt", "text".getBytes(StandardCharsets.UTF_8)));
        files.put("nested.zip", zip("inner.zip", zip("inner.zip", zip("a.docx", new byte[10]))));
        files.put("bomb.zip", zip("zeros", new byte[5_000_000]));
        files.put("empty.zip", zip("", new byte[0]));
        files.put("half.docx", Arrays.copyOf(zip("[Content_Types].xml", new byte[4000]), 40));
        files.put("no-parts.docx", zip("[Content_Types].xml", "<Types/>".getBytes(StandardCharsets.UTF_8)));
        files.put("old.doc", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
        return files;
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
