package kz.zhospar.change;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import kz.zhospar.audit.HistoryService;
import kz.zhospar.change.Refusal.Reason;
import kz.zhospar.revision.RevisionFilter;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who had which content before him is kept, once for each content. */
class ViewingModuleTest extends ReviewCase {

    @Autowired
    private HistoryService history;

    private List<String> readings(long number) {
        var filter = new RevisionFilter(null, Set.of(RevisionKind.READING), null, number, null, null, null, null, null);
        return as(person("auditor"), () -> history.log(filter, 100)).stream()
                .map(RevisionRecord::account)
                .toList();
    }

    private List<String> viewers(long number) {
        return find("auditor", number).viewings().stream()
                .map(viewing -> viewing.person() + " " + viewing.round())
                .toList();
    }

    private void open(String account, long number) {
        as(person(account), () -> requests.open(number));
    }

    @Test
    void keepsEachReaderOnceForEachContent() {
        var number = submitted();
        open("ugm-head", number);
        open("ugm-head", number);
        open("auditor", number);
        open("ugm-official", number);
        assertThat(viewers(number)).as("not the author").containsExactly("ugm-head 1", "auditor 1");
        assertThat(readings(number)).as("one revision for each").containsExactly("auditor", "ugm-head");

        giveBack("ugm-head", number);
        as(person("ugm-official"), () -> edit(number, row("1.2", "ugm")));
        open("ugm-head", number);
        assertThat(viewers(number)).as("a draft is not before anybody").hasSize(2);
        as(person("ugm-official"), () -> drafts.submit(number));
        open("ugm-head", number);
        open("ugm-head", number);
        assertThat(viewers(number)).containsExactly("ugm-head 1", "auditor 1", "ugm-head 2");
    }

    @Test
    void keepsNothingOfThoseWhoMayNotRead() {
        var number = submitted();
        assertRefused(Reason.NOT_FOUND, () -> open("uo-head", number));
        assertThat(viewers(number)).isEmpty();
        assertThat(readings(number)).isEmpty();
    }

    @Test
    void tellsOfOthersDraftsTheirPlaceAndNothingElse() {
        var series = row("1.2", "ugm");
        var number = draft("ugm-official", series);
        assertThat(as(person("uo-official"), requests::drafted))
                .filteredOn(lock -> lock.request() == number)
                .singleElement()
                .satisfies(lock -> assertThat(lock.ref()).isEqualTo(series.ref()));
        assertThat(as(person("uo-official"), requests::locks)).noneMatch(lock -> lock.request() == number);
    }
}
