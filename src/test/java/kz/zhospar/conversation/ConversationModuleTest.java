package kz.zhospar.conversation;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import kz.zhospar.change.Refusal;
import kz.zhospar.conversation.CommentRefusal.Reason;
import kz.zhospar.notification.Notice;
import kz.zhospar.notification.NoticeKind;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.ZhosparTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@ZhosparTest(properties = "zhospar.test=conversation")
@RecordApplicationEvents
class ConversationModuleTest {

    private static final String AUTHOR = "ugm-official";
    private static final String HEAD = "ugm-head";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ConversationService conversations;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEvents events;

    private Drafts drafts;

    @BeforeEach
    void prepare() {
        drafts = new Drafts(context);
    }

    /** What each person can do with the discussion of a request of ugm; ut has nothing to do with it. */
    @Test
    void answersEverybodyByHisRight() {
        var draft = drafts.draft("ugm", "Черновик");
        var submitted = drafts.submitted("ugm", "Отправленный");
        var curators = curators(submitted);
        var expected = new ArrayList<String>();
        var actual = new ArrayList<String>();
        for (var account : people()) {
            var curates = curators.contains(account);
            expected.add(account + " " + expected(account, false));
            actual.add(account + " " + outcomes(account, draft));
            expected.add(account + " " + expected(account, curates));
            actual.add(account + " " + outcomes(account, submitted));
        }
        assertThat(actual).isEqualTo(expected);
        assertThat(curators).isNotEmpty().hasSizeLessThan(6);
    }

    private static List<String> people() {
        return Stream.concat(
                        Stream.of(
                                AUTHOR,
                                HEAD,
                                "ut-official",
                                "ut-head",
                                "ue-official",
                                "economy",
                                "akim-office",
                                "auditor",
                                "admin"),
                        curators())
                .toList();
    }

    private static Stream<String> curators() {
        return Stream.of(1, 2, 3, 4, 5, 6).map(number -> "curator-" + number);
    }

    private List<String> curators(long number) {
        var goals = as(person("auditor"), () -> drafts.requests().find(number))
                .summary()
                .goals();
        var tree = drafts.plans().current().tree();
        return curators()
                .filter(account -> goals.stream()
                        .map(goal -> tree.goal(goal).orElseThrow())
                        .anyMatch(goal -> goal.isOverseenBy(person(account).curator())))
                .toList();
    }

    private static String expected(String account, boolean curates) {
        return switch (account) {
            case AUTHOR, HEAD, "economy", "akim-office" -> "reads writes mentions resolves reopens";
            case "auditor" -> "reads denied denied denied denied";
            case "admin" -> "denied denied denied denied denied";
            default ->
                curates
                        ? "reads writes mentions resolves reopens"
                        : "NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND";
        };
    }

    private String outcomes(String account, long request) {
        var thread = write(AUTHOR, request, "Вопрос").id();
        return String.join(
                " ",
                outcome(account, "reads", () -> conversations.of(request)),
                outcome(account, "writes", () -> conversations.write(request, null, thread, "Ответ")),
                outcome(account, "mentions", () -> conversations.mentionable(request)),
                outcome(account, "resolves", () -> conversations.resolve(thread)),
                outcome(account, "reopens", () -> conversations.reopen(thread)));
    }

    private static String outcome(String account, String done, Runnable work) {
        try {
            as(person(account), work);
            return done;
        } catch (AccessDeniedException e) {
            return "denied";
        } catch (Refusal e) {
            return e.reason().name();
        } catch (CommentRefusal e) {
            return e.reason().name();
        }
    }

    @Test
    void keepsThreadsOnTheRequestAndOnSingleChanges() {
        var number = drafts.submitted("ugm", "С обсуждением");
        var place = place(number);
        var general = write(AUTHOR, number, "Прошу рассмотреть");
        var special = as(person(HEAD), () -> conversations.write(number, place, null, "Откуда значение?"));
        as(person(AUTHOR), () -> conversations.write(number, null, special.id(), "Из отчёта"));
        as(person("economy"), () -> conversations.write(number, place, special.id(), "Сверено"));

        var discussion = as(person("auditor"), () -> conversations.of(number));

        assertThat(discussion.mayWrite()).isFalse();
        assertThat(discussion.threads())
                .extracting(CommentThread::id, CommentThread::place)
                .containsExactly(tuple(general.id(), null), tuple(special.id(), place));
        assertThat(discussion.on(place).getFirst().comments())
                .extracting(comment -> comment.author().account(), CommentRecord::shown)
                .containsExactly(
                        tuple(HEAD, "Откуда значение?"), tuple(AUTHOR, "Из отчёта"), tuple("economy", "Сверено"));
        assertThat(discussion.threads().getFirst().comments().getFirst().author())
                .extracting(Signed::name, Signed::position, Signed::body)
                .containsExactly(AUTHOR, "official", "ugm");
    }

    @Test
    void staysWhenTheChangeItIsAboutIsTakenOut() {
        var number = drafts.draft("ugm", "С лишним изменением");
        var change = change(number);
        var place = Place.of(change);
        var thread = as(person(HEAD), () -> conversations.write(number, place, null, "Лишнее"));
        as(person(AUTHOR), () -> drafts.drafts().drop(number, change));

        as(person(AUTHOR), () -> conversations.write(number, null, thread.id(), "Убрано"));

        assertThat(as(person(HEAD), () -> conversations.of(number))
                        .on(place)
                        .getFirst()
                        .comments())
                .hasSize(2);
        refuses(Reason.NOT_FOUND, HEAD, number, place, null, "Ещё раз");
    }

    @Test
    void findsNoPlaceAndNoThreadThatTheRequestDoesNotHave() {
        var number = drafts.draft("ugm", "Один");
        var other = drafts.draft("ugm", "Другой");
        var foreign = write(AUTHOR, other, "В другом запросе");
        var reply = as(person(AUTHOR), () -> conversations.write(other, null, foreign.id(), "Ответ"));
        var ref = drafts.series("ugm").ref();

        refuses(Reason.NOT_FOUND, AUTHOR, number, new Place(ref, Field.of(Attribute.TARGET, 1999)), null, "Текст");
        refuses(Reason.NOT_FOUND, AUTHOR, number, new Place(ref, null), null, "Текст");
        refuses(Reason.NOT_FOUND, AUTHOR, number, null, foreign.id(), "Текст");
        refuses(Reason.NOT_FOUND, AUTHOR, number, null, UUID.randomUUID(), "Текст");
        refuses(Reason.NOT_FOUND, AUTHOR, other, place(other), foreign.id(), "Не о том");
        refuses(Reason.NOT_FOUND, AUTHOR, other, null, reply.id(), "Ответ на ответ");
        assertThatThrownBy(() -> as(person(AUTHOR), () -> conversations.resolve(reply.id())))
                .isInstanceOfSatisfying(
                        CommentRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.NOT_FOUND));
        assertThat(as(person(AUTHOR), () -> conversations.of(number)).threads()).isEmpty();
    }

    @Test
    void takesTenThousandCharactersAndRefusesOneMore() {
        var number = drafts.draft("ugm", "Длинный");
        var longest = "я".repeat(10_000);

        assertThat(write(AUTHOR, number, longest).text()).isEqualTo(longest);
        refuses(Reason.TOO_LONG, AUTHOR, number, null, null, longest + "!");
        refuses(Reason.EMPTY, AUTHOR, number, null, null, " \n\t ");
        var mention = MentionedText.mention("economy");
        var name = context.getBean(kz.zhospar.identity.People.class)
                .byAccount("economy")
                .orElseThrow()
                .name();
        assertThat(write(AUTHOR, number, "я".repeat(10_000 - name.length() - 1) + mention)
                        .shown())
                .hasSize(10_000)
                .endsWith("@" + name);
        refuses(Reason.TOO_LONG, AUTHOR, number, null, null, "я".repeat(10_000 - name.length()) + mention);
    }

    @Test
    void keepsHostileTextButForWhatTurnsOrBreaksIt() {
        var number = drafts.draft("ugm", "Враждебный");
        var hostile = "<script>alert(1)</script> \u202Eоборот\u2066 @[nobody] @[[economy]] @[] '; drop table x; 😀";

        write(AUTHOR, number, hostile + "\0\uDC00");

        var comment = as(person(HEAD), () -> conversations.of(number))
                .threads()
                .getFirst()
                .comments()
                .getFirst();
        assertThat(comment.shown()).isEqualTo(hostile.replaceAll("[\u202E\u2066]", "") + "?");
        assertThat(comment.mentions()).isEmpty();
    }

    @Test
    void mentionsOnlyThoseWhoMayReadTheRequest() {
        var number = drafts.draft("ugm", "С упоминанием");
        var accounts = as(person(AUTHOR), () -> conversations.mentionable(number)).stream()
                .map(Mentionable::account)
                .toList();
        assertThat(accounts)
                .contains(HEAD, "economy", "akim-office", "auditor")
                .doesNotContain(AUTHOR, "ut-official", "admin", "curator-1", "curator-2");

        var comment = write(AUTHOR, number, "@[economy], @[ugm-head]: сверьте, пожалуйста (@[economy])");

        assertThat(comment.mentions()).containsOnlyKeys("economy", HEAD);
        assertThat(comment.shown()).doesNotContain("[").endsWith(")");
        assertThat(comment.pieces())
                .extracting(MentionedText.Piece::isMention)
                .containsExactly(true, false, true, false, true, false);
        refuses(Reason.MENTIONS_STRANGER, AUTHOR, number, null, null, "@[ut-official], взгляните");
        assertThat(jdbc.sql("select account from comment_mention where comment_id = :id order by account")
                        .param("id", comment.id())
                        .query(String.class)
                        .list())
                .containsExactly("economy", HEAD);
    }

    @Test
    void tellsEachPersonOnceAndNobodyOfHisOwn() {
        var number = drafts.submitted("ugm", "Для уведомлений");
        drafts.approve(HEAD, number, "Проверено");
        events.clear();
        var thread = write("economy", number, "Вопрос");
        assertThat(notices())
                .containsExactlyInAnyOrder(told(NoticeKind.COMMENTED, AUTHOR), told(NoticeKind.COMMENTED, HEAD));

        events.clear();
        as(
                person(AUTHOR),
                () -> conversations.write(number, null, thread.id(), "@[ugm-head] @[akim-office] @[ugm-official] см."));
        assertThat(notices())
                .containsExactlyInAnyOrder(
                        told(NoticeKind.MENTIONED, HEAD),
                        told(NoticeKind.MENTIONED, "akim-office"),
                        told(NoticeKind.COMMENTED, "economy"));
        assertThat(events.stream(Notice.class))
                .allSatisfy(notice -> assertThat(notice)
                        .extracting(Notice::link, Notice::arguments)
                        .containsExactly(
                                "changes/" + number, List.of(String.valueOf(number), "Для уведомлений", AUTHOR)));

        events.clear();
        write(AUTHOR, number, "Ещё одно");
        assertThat(notices()).as("a thread of its own").containsExactly(told(NoticeKind.COMMENTED, HEAD));

        events.clear();
        refuses(Reason.MENTIONS_STRANGER, AUTHOR, number, null, thread.id(), "@[ut-official]");
        assertThat(notices()).isEmpty();
    }

    private List<Map.Entry<NoticeKind, String>> notices() {
        return events.stream(Notice.class)
                .flatMap(notice -> notice.recipients().stream().map(account -> told(notice.kind(), account)))
                .toList();
    }

    private static Map.Entry<NoticeKind, String> told(NoticeKind kind, String account) {
        return Map.entry(kind, account);
    }

    @Test
    void resolvesAndReopensAThreadAndKeepsWhoDidIt() {
        var number = drafts.submitted("ugm", "К решению");
        var thread = write(AUTHOR, number, "Вопрос").id();

        as(person(HEAD), () -> conversations.resolve(thread));
        as(person("economy"), () -> conversations.resolve(thread));
        assertThat(resolved(number))
                .extracting(Signed::account, Signed::position)
                .containsExactly(HEAD, "head");
        as(person(AUTHOR), () -> conversations.reopen(thread));
        as(person(AUTHOR), () -> conversations.reopen(thread));
        assertThat(resolved(number)).isNull();
        as(person("akim-office"), () -> conversations.resolve(thread));
        assertThat(resolved(number)).extracting(Signed::account).isEqualTo("akim-office");

        assertThat(jdbc.sql("""
                        select a.resolved || ' ' || a.person_account || ' ' || r.account || ' ' || r.kind
                        from thread_mark_aud a join revision r on r.number = a.rev
                        where a.thread_id = :thread order by a.rev
                        """).param("thread", thread).query(String.class).list())
                .containsExactly(
                        "true ugm-head ugm-head DISCUSSION",
                        "false ugm-official ugm-official DISCUSSION",
                        "true akim-office akim-office DISCUSSION");
    }

    @Test
    void auditsEveryComment() {
        var number = drafts.submitted("ugm", "Для аудита");
        var comment = write("economy", number, "На каком основании?");

        assertThat(jdbc.sql("""
                        select r.kind, r.request_number, r.account, r.reason, a.text, a.revtype
                        from request_comment_aud a join revision r on r.number = a.rev where a.id = :id
                        """).param("id", comment.id()).query().singleRow().values())
                .containsExactly("DISCUSSION", number, "economy", "Для аудита", "На каком основании?", (Object) 0);
    }

    @Test
    void marksOnceWhenTwoResolveAtTheSameMoment() throws Exception {
        var number = drafts.submitted("ugm", "Одновременно");
        var thread = write(AUTHOR, number, "Вопрос").id();
        var barrier = new CyclicBarrier(2);
        try (var hands = Executors.newFixedThreadPool(2)) {
            var marks = Stream.of(AUTHOR, HEAD)
                    .<Future<?>>map(account -> hands.submit(() -> as(person(account), () -> {
                        barrier.await();
                        conversations.resolve(thread);
                        return true;
                    })))
                    .toList();
            for (var mark : marks) {
                mark.get();
            }
        }

        assertThat(jdbc.sql("select count(*) from thread_mark_aud where thread_id = :thread")
                        .param("thread", thread)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    private @Nullable Signed resolved(long number) {
        return as(person(AUTHOR), () -> conversations.of(number))
                .threads()
                .getFirst()
                .resolved();
    }

    private CommentRecord write(String account, long request, String text) {
        return as(person(account), () -> conversations.write(request, null, null, text));
    }

    private void refuses(
            Reason reason, String account, long request, @Nullable Place place, @Nullable UUID parent, String text) {
        assertThatThrownBy(() -> as(person(account), () -> conversations.write(request, place, parent, text)))
                .isInstanceOfSatisfying(
                        CommentRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private Change change(long number) {
        return as(person(AUTHOR), () -> drafts.requests().find(number))
                .changes()
                .getFirst();
    }

    private Place place(long number) {
        return Place.of(change(number));
    }
}
