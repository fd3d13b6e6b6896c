package kz.zhospar.shell;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static kz.zhospar.testing.Browser.part;
import static kz.zhospar.testing.Browser.text;
import static org.assertj.core.api.Assertions.assertThat;

import kz.zhospar.testing.Browser;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.ScreenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ScreenTest
class HomeViewTest {

    @Autowired
    private ApplicationContext context;

    private Drafts drafts;

    @BeforeEach
    void prepare() {
        drafts = new Drafts(context);
    }

    @Test
    void showsAHeadWhatWaitsForHim() {
        drafts.submitted("ueiv", "Тепловые сети");

        open("ueiv-head", () -> assertThat(text()).contains("Ждут моего решения", "Тепловые сети"));
        open("uo-head", () -> assertThat(text()).doesNotContain("Тепловые сети"));
    }

    @Test
    void showsTheAuthorWhyARequestCameBackBeforeTheRest() {
        var returned = drafts.submitted("ueiv", "Возвращённый");
        as(
                person("ueiv-head"),
                () -> drafts.reviews()
                        .returnForRework(
                                returned, drafts.requests().find(returned).contentHash(), "Нужен расчёт"));
        drafts.draft("ueiv", "Новый черновик");

        open("ueiv-official", () -> {
            var own = part("z-request-row");
            assertThat(own).contains("Нужен расчёт", "Новый черновик");
            assertThat(own.indexOf("Возвращённый")).isLessThan(own.indexOf("Новый черновик"));
        });
    }

    @Test
    void showsEverybodyWhatHasChangedInThePlan() {
        var number = drafts.applied("ueiv", "Водопровод");

        for (var account : new String[] {"ueiv-official", "seismology-official", "auditor", "akim-office"}) {
            open(account, () -> assertThat(part("z-home-latest")).contains("Запрос № " + number, "42,5"));
        }
    }

    @Test
    void countsTheIndicatorsWithoutAFact() {
        open("ugm-official", () -> assertThat(text()).contains("Показатели без факта", "Цель 1.2"));
        open("curator-2", () -> assertThat(text()).contains("Показатели без факта"));
        open("akim-office", () -> assertThat(text()).doesNotContain("Показатели без факта"));
    }

    @Test
    void tellsTheAdministratorWhatTheRoleIsFor() {
        open(
                "admin",
                () -> assertThat(text())
                        .contains("Роль администратора", "Утверждённый план открыт для чтения")
                        .doesNotContain("Ждут моего решения"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"economy", "curator-6", "akim-office", "auditor", "district-akimats-official", "abp-head"})
    void hasSomethingToSayToEveryRole(String account) {
        open(account, () -> assertThat(text()).contains("Рабочий стол", "Недавно изменилось в плане"));
    }

    private void open(String account, Runnable look) {
        Browser.open(context, account, "", look);
    }
}
