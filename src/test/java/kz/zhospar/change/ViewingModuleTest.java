package kz.zhospar.change;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.zhospar.change.Refusal.Reason;
import kz.zhospar.testing.Drafts;
import org.junit.jupiter.api.Test;

/** Who had which content before him is kept, once for each content. */
class ViewingModuleTest extends ReviewCase {

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

        giveBack("ugm-head", number);
        as(person("ugm-official"), () -> edit(number, row("1.2", "ugm").ref(), Drafts.freshField()));
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
