package kz.zhospar.change;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kz.zhospar.change.RequestQuery.Scope;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.ZhosparTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Lists keep to the same rights as the requests that they lead to. */
@ZhosparTest(properties = "zhospar.test=conversation")
class RequestListModuleTest {

    private static final List<String> PEOPLE = List.of(
            "ugm-official",
            "ugm-head",
            "uoz-official",
            "economy",
            "curator-1",
            "curator-2",
            "curator-3",
            "curator-4",
            "akim-office",
            "auditor",
            "ut-head");

    @Autowired
    private ApplicationContext context;

    private Drafts drafts;

    @BeforeEach
    void prepare() {
        drafts = new Drafts(context);
    }

    @Test
    void listsExactlyWhatMayBeOpened() {
        var all = new TreeSet<Long>();
        for (var body : List.of("ugm", "uoz", "ut")) {
            all.add(drafts.draft(body, "Черновик"));
            all.add(drafts.submitted(body, "Согласуется"));
            var withdrawn = drafts.submitted(body, "Отозван");
            as(person(body + "-official"), () -> drafts.drafts().withdraw(withdrawn));
            all.add(withdrawn);
        }

        for (var account : PEOPLE) {
            as(person(account), () -> {
                var listed = numbers(RequestQuery.ALL);
                var opened = all.stream().filter(this::opens).toList();
                assertThat(listed).as(account).containsAll(opened);
                assertThat(listed).as(account).allMatch(this::opens);
                assertThat(drafts.requests().visible(all)).as(account).containsExactlyInAnyOrderElementsOf(opened);
                assertThat(drafts.requests().numbers()).as(account).containsExactlyInAnyOrderElementsOf(listed);
            });
        }
    }

    @Test
    void asksForOwnRequestsByState() {
        var draft = drafts.draft("ugm", "Свой черновик");
        var submitted = drafts.submitted("ugm", "Свой на согласовании");

        as(person("ugm-official"), () -> {
            assertThat(drafts.requests().own(Set.of(RequestState.DRAFT)))
                    .extracting(RequestSummary::number)
                    .contains(draft)
                    .doesNotContain(submitted);
            assertThat(numbers(new RequestQuery(Scope.MINE, RequestState.IN_REVIEW, null, "")))
                    .contains(submitted)
                    .doesNotContain(draft);
        });
        as(person("ugm-head"), () -> {
            assertThat(drafts.requests().own(Set.of(RequestState.values()))).isEmpty();
            assertThat(numbers(new RequestQuery(Scope.AWAITING, null, null, "")))
                    .contains(submitted);
            assertThat(drafts.requests().bodies()).containsExactly("ugm");
        });
    }

    private boolean opens(long number) {
        try {
            drafts.requests().find(number);
            return true;
        } catch (Refusal _) {
            return false;
        }
    }

    private List<Long> numbers(RequestQuery query) {
        return drafts.requests().page(query, 0).rows().stream()
                .map(RequestSummary::number)
                .toList();
    }
}
