package kz.zhospar.change.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static kz.zhospar.testing.Browser.part;
import static kz.zhospar.testing.Browser.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import kz.zhospar.testing.Browser;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.ScreenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ScreenTest
class ChangesViewTest {

    @Autowired
    private ApplicationContext context;

    private Drafts drafts;

    @BeforeEach
    void prepare() {
        drafts = new Drafts(context);
    }

    @Test
    void showsAnOfficialTheRequestsOfTheOwnBody() {
        drafts.submitted("uo", "Школы");
        drafts.draft("uk", "Музеи");

        open(
                "uo-official",
                "",
                () -> assertThat(part("z-requests"))
                        .contains("Школы", "На согласовании", "Решает: Руководитель органа", "1 изменение")
                        .doesNotContain("Музеи"));
        open("auditor", "", () -> assertThat(part("z-requests")).contains("Школы", "Музеи"));
    }

    @Test
    void filtersAsTheAddressSays() {
        drafts.submitted("uo", "Сады на согласовании");
        drafts.draft("uo", "Сады в черновике");

        open(
                "auditor",
                "?state=draft&text=сады",
                () -> assertThat(part("z-requests"))
                        .contains("Сады в черновике")
                        .doesNotContain("Сады на согласовании"));
        open(
                "uo-head",
                "?scope=awaiting",
                () -> assertThat(part("z-requests"))
                        .contains("Сады на согласовании")
                        .doesNotContain("Сады в черновике"));
        open(
                "uo-official",
                "?scope=mine&state=in-review",
                () -> assertThat(part("z-requests")).contains("Сады на согласовании"));
        open("auditor", "?body=uk&text=Сады", () -> assertThat(text()).contains("запросов не найдено"));
        open(
                "auditor",
                "?state=nonsense&scope=%3Cscript%3E&body=nobody&text=",
                () -> assertThat(part("z-requests")).contains("Сады в черновике"));
    }

    @Test
    void filtersAsOneTypes() {
        drafts.draft("uo", "Лицеи");

        open("uo-official", "", () -> {
            _setValue(_get(TextField.class), "ЛИЦЕИ");
            assertThat(part("z-requests")).contains("Лицеи");
            _setValue(_get(TextField.class), "нет такого");
            assertThat(text()).contains("запросов не найдено");
        });
    }

    @Test
    void saysHowToBeginWhereThereAreNone() {
        open("seismology-official", "", () -> assertThat(text()).contains("Запросов пока нет"));
    }

    @Test
    void isNoPlaceForTheAdministrator() {
        open("admin", "", () -> assertThat(text()).contains("Раздел недоступен"));
    }

    private void open(String account, String query, Runnable look) {
        Browser.open(context, account, "changes" + query, look);
    }
}
