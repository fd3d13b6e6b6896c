package kz.zhospar.evidence.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static kz.zhospar.testing.Browser.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import java.time.LocalDate;
import kz.zhospar.audit.ui.ObjectKey;
import kz.zhospar.plan.PlanService;
import kz.zhospar.testing.Browser;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.ScreenTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Where auditors, and nobody else, find evidence to take along. */
@ScreenTest
class EvidenceViewTest {

    private static final String TAKE = "Скачать пакет доказательств";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private PlanService plans;

    @Test
    void offersWhatChangedInAPeriodAndSaysWhenNothingDid() {
        open("auditor", "audit/evidence", () -> {
            assertThat(links()).isEqualTo(1);
            _setValue(day("С"), LocalDate.of(2000, 1, 1));
            _setValue(day("По"), LocalDate.of(2000, 12, 31));
            assertThat(links()).isZero();
            assertThat(text()).contains("В этот период план не менялся.");
            _setValue(day("По"), LocalDate.of(1999, 12, 31));
            assertThat(text()).contains("начало не может быть позже конца");
        });
    }

    private static DatePicker day(String label) {
        return _get(DatePicker.class, spec -> spec.withLabel(label));
    }

    @Test
    void offersAValueThatTheAddressNames() {
        var series = plans.current()
                .tree()
                .goal("1.2")
                .orElseThrow()
                .series()
                .findFirst()
                .orElseThrow();
        open("auditor", "audit/evidence?object=" + ObjectKey.print(series.ref()) + "&field=TARGET:2023", () -> {
            assertThat(text()).contains("Показатель 6").contains("2023");
            assertThat(links()).isEqualTo(2);
        });
        open(
                "auditor",
                "audit/evidence?object=nonsense&field=a:b:c",
                () -> assertThat(links()).isEqualTo(1));
    }

    @Test
    void standsOnThePageOfARequestForAuditorsOnly() {
        var request = new Drafts(context).submitted("ugm", "Доказательства");
        open("auditor", "changes/" + request, () -> assertThat(links()).isEqualTo(1));
        open("ugm-head", "changes/" + request, () -> assertThat(links()).isZero());
        open("ugm-head", "audit/evidence", () -> assertThat(links()).isZero());
    }

    private static int links() {
        return (int) _find(Anchor.class).stream()
                .filter(link -> link.getText().equals(TAKE))
                .count();
    }

    private void open(String account, String address, Runnable look) {
        Browser.open(context, account, address, look);
    }
}
