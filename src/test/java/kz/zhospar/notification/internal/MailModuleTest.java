package kz.zhospar.notification.internal;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.zhospar.SettableClock;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Language;
import kz.zhospar.notification.MailReach;
import kz.zhospar.notification.MailService;
import kz.zhospar.notification.Mailing;
import kz.zhospar.notification.Notice;
import kz.zhospar.notification.NoticeKind;
import kz.zhospar.notification.NotificationService;
import kz.zhospar.notification.ReceivedNotice;
import kz.zhospar.notification.UndeliveredLetter;
import kz.zhospar.testing.ZhosparTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The way of a notice from a commit to the screen and the mailbox, with a real mail server. */
@ZhosparTest(
        properties = {
            "zhospar.test=mail",
            "zhospar.mail.from=Жоспар <zhospar@example.kz>",
            "zhospar.mail.base-url=https://plan.example.kz/",
            "zhospar.mail.attempts=3"
        })
@Import(MailModuleTest.Time.class)
class MailModuleTest {

    private static final MailServer SERVER = new MailServer();

    @TestConfiguration
    static class Time {
        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock();
        }
    }

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", SERVER::port);
    }

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private NotificationService notifications;

    @Autowired
    private MailService mail;

    @Autowired
    private Retries retries;

    @Autowired
    private Digests digests;

    @Autowired
    private Clock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void start() {
        SERVER.start();
    }

    @AfterEach
    void stop() {
        SERVER.endSilence();
        SERVER.stop();
    }

    @Test
    void reachesTheScreenAndTheMailboxOfEachRecipient() throws Exception {
        tell(NoticeKind.AWAITING_DECISION, Set.of("uoz-head", "uo-head"), "12", "Школы", "Аппарат");

        settle();
        for (var account : List.of("uoz-head", "uo-head")) {
            assertThat(seenBy(account)).hasSize(1).first().satisfies(notice -> {
                assertThat(notice.text(Language.RU))
                        .isEqualTo("Запрос № 12 «Школы» ждёт вашего решения. Отправитель: Аппарат.");
                assertThat(notice.unread()).isTrue();
            });
            var mail = onlyMailTo(account);
            assertThat(mail.getSubject())
                    .isEqualTo("Жоспар. Запрос № 12 «Школы» ждёт вашего решения. Отправитель: Аппарат.");
            assertThat(mail.getHeader("From")).containsExactly("=?UTF-8?B?0JbQvtGB0L/QsNGA?= <zhospar@example.kz>");
            assertThat(parts(mail))
                    .hasSize(2)
                    .allSatisfy(part -> assertThat(part)
                            .contains(
                                    "Запрос № 12 «Школы»",
                                    "https://plan.example.kz/changes/12",
                                    "https://plan.example.kz/settings"));
        }
    }

    @Test
    void doesNothingWhenTheTransactionIsRolledBack() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            events.publishEvent(notice(NoticeKind.RETURNED, Set.of("uzo-official"), "1", "Отменённый", "Кто-то"));
            status.setRollbackOnly();
        });
        tell(NoticeKind.RETURNED, Set.of("uzo-official"), "2", "Совершённый", "Кто-то");

        settle();
        assertThat(seenBy("uzo-official")).hasSize(1);
        assertThat(SERVER.receivedBy("uzo-official")).hasSize(1);
    }

    @Test
    void tellsOnceHoweverOftenANoticeIsDelivered() {
        var notice = notice(NoticeKind.MENTIONED, Set.of("uk-official"), "3", "Музеи", "Кто-то");
        for (var delivery = 0; delivery < 3; delivery++) {
            publish(notice);
            settle();
        }

        assertThat(seenBy("uk-official")).hasSize(1);
        assertThat(SERVER.receivedBy("uk-official")).hasSize(1);
    }

    @Test
    void keepsAMailUntilTheServerIsBackAndSendsItOnce() {
        SERVER.stop();
        tell(NoticeKind.REJECTED, Set.of("us-sport-official"), "4", "Спорт", "Кто-то");
        awaitFailures(1);
        assertThat(seenBy("us-sport-official")).hasSize(1);

        SERVER.start();
        retries.resubmit();
        assertThat(failures()).as("its pause is not over").isEqualTo(1);
        assertThat(SERVER.receivedBy("us-sport-official")).isEmpty();

        retryAfter(Duration.ofMinutes(1));
        settle();
        retryAfter(Duration.ofHours(12));
        settle();
        assertThat(SERVER.receivedBy("us-sport-official")).hasSize(1);
        assertThat(seenBy("us-sport-official")).hasSize(1);
    }

    @Test
    void pausesLongerAfterEachFailureAndGivesUpInTheEnd() {
        SERVER.stop();
        tell(NoticeKind.ESCALATED, Set.of("uzisp-head"), "5", "Занятость");
        awaitFailures(1);

        retryAfter(Duration.ofMinutes(1));
        awaitFailures(1);
        retryAfter(Duration.ofMinutes(1));
        assertThat(letter("uzisp-head", "attempts")).isEqualTo("2");

        retryAfter(Duration.ofMinutes(1));
        settle();
        assertThat(letter("uzisp-head", "state")).isEqualTo("GIVEN_UP");
        assertThat(letter("uzisp-head", "failure")).isNotBlank();
        assertThat(seenBy("uzisp-head")).hasSize(1);
    }

    @Test
    void letsTheAdministratorSendAgainWhatWasGivenUp() throws Exception {
        SERVER.stop();
        tell(NoticeKind.MENTIONED, Set.of("cra-head"), "51", "Тайное название", "Кто-то");
        awaitFailures(1);
        retryAfter(Duration.ofHours(1));
        awaitFailures(1);
        retryAfter(Duration.ofHours(1));
        settle();

        var letter = as(person("admin"), () -> mail.undelivered(50)).stream()
                .filter(one -> "cra-head@zhospar.invalid".equals(one.address()))
                .findFirst()
                .orElseThrow();
        assertThat(letter)
                .returns(true, UndeliveredLetter::isGivenUp)
                .returns(3, UndeliveredLetter::attempts)
                .returns(Set.of(NoticeKind.MENTIONED), UndeliveredLetter::kinds);
        assertThat(letter.failure()).isNotBlank().doesNotContain("Exception");
        assertThat(letter.toString()).doesNotContain("Тайное");

        SERVER.start();
        as(person("admin"), () -> mail.sendAgain(letter.id()));
        as(person("admin"), () -> mail.sendAgain(letter.id()));
        settle();
        assertThat(onlyMailTo("cra-head").getSubject()).contains("Тайное название");
        assertThat(letter("cra-head", "state")).isEqualTo("SENT");
    }

    @Test
    void letsNothingWaitForAServerThatDoesNotAnswer() {
        SERVER.fallSilent();
        for (var number = 1; number <= 5; number++) {
            tell(NoticeKind.DUE_TODAY, Set.of("akim-office"), "6" + number, "Молчание");
        }

        await().untilAsserted(() -> assertThat(seenBy("akim-office")).hasSize(5));
        assertThat(jdbc.sql("select count(*) from letter where account = 'akim-office' and state = 'DUE'")
                        .query(Long.class)
                        .single())
                .isEqualTo(5);

        SERVER.endSilence();
        awaitFailures(5);
        SERVER.start();
        retryAfter(Duration.ofMinutes(2));
        settle();
        assertThat(SERVER.receivedBy("akim-office")).hasSize(5);
    }

    @Test
    void tellsTheSameLetterByTheSameId() throws Exception {
        tell(NoticeKind.RETURNED, Set.of("ump-official"), "7", "Транспорт", "Кто-то");

        settle();
        assertThat(onlyMailTo("ump-official").getMessageID())
                .isEqualTo("<%s@plan.example.kz>".formatted(letter("ump-official", "id")));
    }

    @Test
    void writesWhatPeopleTypedAsTextOnly() throws Exception {
        var title = "Сады\r\nBcc: others@example.kz\r\n\r\n<script>alert(1)</script> & {0}";
        tell(NoticeKind.RETURNED, Set.of("ueios-official"), "8", title, "Кто-то");

        settle();
        var mail = onlyMailTo("ueios-official");
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject())
                .contains("Сады Bcc: others@example.kz <script>")
                .doesNotContain("\n", "\r");
        assertThat(parts(mail).getLast())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; {0}")
                .doesNotContain("<script>");
    }

    @Test
    void writesInTheLanguageThatThePersonChose() throws Exception {
        as(person("uki-official"), () -> notifications.choose(Language.KK));
        tell(NoticeKind.PERIOD_OPENED, Set.of("uki-official"), "2024 жыл", "2024-02-05");

        settle();
        var mail = onlyMailTo("uki-official");
        assertThat(mail.getSubject())
                .contains("«2024 жыл» есепті кезеңі ашылды")
                .doesNotContain("2024-02-05");
        assertThat(parts(mail).getLast()).contains("lang=\"kk\"", "Жүйеде ашу");
    }

    @Test
    void writesWhenThePersonChose() {
        as(person("uit-official"), () -> notifications.choose(NoticeKind.RETURNED, Mailing.NONE));
        as(person("uit-official"), () -> notifications.choose(NoticeKind.COMMENTED, Mailing.AT_ONCE));
        tell(NoticeKind.RETURNED, Set.of("uit-official"), "9", "Без письма", "Кто-то");
        tell(NoticeKind.COMMENTED, Set.of("uit-official"), "9", "С письмом", "Кто-то");
        tell(NoticeKind.APPLIED, Set.of("uit-official"), "9", "В сводке", "Кто-то");

        settle();
        assertThat(seenBy("uit-official")).hasSize(3);
        assertThat(SERVER.receivedBy("uit-official"))
                .hasSize(1)
                .allSatisfy(mail -> assertThat(mail.getSubject()).contains("С письмом"));
        as(person("uit-official"), () -> {
            var preferences = notifications.preferences();
            assertThat(preferences.of(NoticeKind.RETURNED)).isEqualTo(Mailing.NONE);
            assertThat(preferences.of(NoticeKind.APPLIED)).isEqualTo(Mailing.DIGEST);
            assertThat(preferences.reach()).isEqualTo(MailReach.REACHED);
            assertThat(preferences.address()).isEqualTo("uit-official@zhospar.invalid");
        });
    }

    @Test
    void sendsOneDigestOnAWorkingDayOfWhatCameBeforeItsHour() throws Exception {
        tell(NoticeKind.COMMENTED, Set.of("ugm-official"), "10", "Первый", "Кто-то");
        tell(NoticeKind.APPLIED, Set.of("ugm-official"), "11", "Второй", "Кто-то");
        settle();
        digestsAfter(Duration.ofMinutes(10));
        assertThat(SERVER.receivedBy("ugm-official"))
                .as("its hour has passed today")
                .isEmpty();

        digestsAfter(Duration.ofDays(1));
        tell(NoticeKind.COMMENTED, Set.of("ugm-official"), "12", "Третий", "Кто-то");
        settle();
        digestsAfter(Duration.ofMinutes(10));
        var mail = onlyMailTo("ugm-official");
        assertThat(mail.getSubject()).contains("Сводка уведомлений").endsWith("(2)");
        assertThat(parts(mail).getFirst())
                .contains("Комментарий к запросу", "«Первый»", "Мой запрос утверждён", "«Второй»", "/changes/10")
                .doesNotContain("Третий");

        moveTo("SATURDAY");
        digestsAfter(Duration.ZERO);
        assertThat(SERVER.receivedBy("ugm-official")).hasSize(1);

        moveTo("MONDAY");
        digestsAfter(Duration.ZERO);
        assertThat(SERVER.receivedBy("ugm-official")).hasSize(2);
    }

    @Test
    void showsWhatCannotBeMailed() {
        tell(NoticeKind.AWAITING_DECISION, Set.of("somebody-unknown"), "13", "Адресат", "Кто-то");

        settle();
        assertThat(jdbc.sql("select mailing from notification where account = 'somebody-unknown'")
                        .query(String.class)
                        .single())
                .isEqualTo("NONE");
    }

    @Test
    void showsEverybodyTheOwnNoticesOnly() {
        tell(NoticeKind.COMMENTED, Set.of("economy"), "14", "Экономика", "Кто-то");
        tell(NoticeKind.COMMENTED, Set.of("economy", "auditor"), "15", "Проверка", "Кто-то");
        settle();

        var first = seenBy("economy").getLast();
        as(person("auditor"), () -> {
            notifications.read(first.id());
            assertThat(notifications.latest(first.id(), 10)).isEmpty();
            assertThat(notifications.unread()).isEqualTo(1);
            notifications.readAll();
            assertThat(notifications.unread()).isZero();
        });
        as(person("economy"), () -> {
            assertThat(notifications.unread()).isEqualTo(2);
            notifications.read(first.id());
            assertThat(notifications.unread()).isEqualTo(1);
        });
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        for (var number = 1; number <= 7; number++) {
            tell(NoticeKind.COMMENTED, Set.of("curator-1"), String.valueOf(number), "Страницы", "Кто-то");
            if (number % 3 == 0) {
                ((SettableClock) clock).advance(Duration.ofSeconds(1));
            }
        }
        settle();

        as(person("curator-1"), () -> {
            var all = notifications.latest(null, 100);
            var paged = new ArrayList<ReceivedNotice>(notifications.latest(null, 2));
            while (paged.size() < 7) {
                paged.addAll(notifications.latest(paged.getLast().id(), 2));
            }
            assertThat(paged).isEqualTo(all).hasSize(7);
            assertThat(all.getFirst().arguments()).startsWith("7");
            assertThat(notifications.latest(all.getLast().id(), 2)).isEmpty();
        });
    }

    private Notice notice(NoticeKind kind, Set<String> recipients, String... arguments) {
        return Notice.of(kind, recipients, "changes/" + arguments[0], clock.instant(), arguments);
    }

    private void tell(NoticeKind kind, Set<String> recipients, String... arguments) {
        publish(notice(kind, recipients, arguments));
    }

    private void publish(Notice notice) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> events.publishEvent(notice));
    }

    /** Waits until nothing is left to be done after a commit. */
    private void settle() {
        await().untilAsserted(() -> assertThat(jdbc.sql("select status, listener_id from event_publication")
                        .query()
                        .listOfRows())
                .isEmpty());
    }

    private void awaitFailures(long number) {
        await().untilAsserted(() -> assertThat(failures()).isEqualTo(number));
    }

    private long failures() {
        return jdbc.sql("select count(*) from event_publication where status = 'FAILED'")
                .query(Long.class)
                .single();
    }

    private void retryAfter(Duration time) {
        ((SettableClock) clock).advance(time);
        retries.resubmit();
    }

    private void digestsAfter(Duration time) {
        ((SettableClock) clock).advance(time);
        digests.putDown();
        digests.putDown();
        settle();
    }

    private void moveTo(String day) {
        do {
            ((SettableClock) clock).advance(Duration.ofDays(1));
        } while (!clock.instant().atZone(Formats.ZONE).getDayOfWeek().name().equals(day));
    }

    private String letter(String account, String column) {
        return jdbc.sql("select " + column + "::text from letter where account = :account")
                .param("account", account)
                .query(String.class)
                .single();
    }

    private List<ReceivedNotice> seenBy(String account) {
        return as(person(account), () -> notifications.latest(null, 100));
    }

    private static MimeMessage onlyMailTo(String account) {
        assertThat(SERVER.receivedBy(account)).hasSize(1);
        return SERVER.receivedBy(account).getFirst();
    }

    /** The texts of a mail: plain, then HTML. */
    private static List<String> parts(MimeMessage mail) throws MessagingException, IOException {
        var texts = new ArrayList<String>();
        collect(mail.getContent(), texts);
        return texts;
    }

    private static void collect(Object content, List<String> texts) throws MessagingException, IOException {
        if (content instanceof Multipart parts) {
            for (var index = 0; index < parts.getCount(); index++) {
                BodyPart part = parts.getBodyPart(index);
                collect(part.getContent(), texts);
            }
        } else {
            texts.add(content.toString());
        }
    }
}
