package kz.zhospar.access.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static kz.zhospar.testing.Browser.button;
import static kz.zhospar.testing.Browser.open;
import static kz.zhospar.testing.Browser.part;
import static kz.zhospar.testing.Browser.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;
import kz.zhospar.access.AccessTrail;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import kz.zhospar.identity.SignIn;
import kz.zhospar.testing.ScreenTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ScreenTest
class AccessViewTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private AccessTrail trail;

    @Test
    void showsWhoCameInToAuditorsAndAdministrators() {
        signIns("shown", 1);
        for (var account : new String[] {"auditor", "admin"}) {
            open(context, account, "audit/access?person=shown", () -> {
                assertThat(_find(ListItem.class)).hasSize(1);
                assertThat(part("z-access")).contains("Вход", "Гость shown", "Специалист органа", "shown");
            });
        }
    }

    @Test
    void saysInWordsWhichPostSomebodyHadBefore() {
        signIns("moved", 1);
        var head = new Person("moved", "Гость moved", Set.of(Role.HEAD), "uoz", null);
        SignIn.as(head, () -> trail.signedIn(head));
        open(
                context,
                "auditor",
                "audit/access?kind=role-change&person=moved",
                () -> assertThat(part("z-access")).containsPattern("Специалист органа, .+ → Руководитель органа, "));
    }

    @Test
    void isForNobodyElse() {
        for (var account : new String[] {"economy", "akim-office", "uoz-head", "curator-1"}) {
            open(context, account, "audit/access", () -> assertThat(text()).contains("Раздел недоступен"));
        }
        // Which is a refusal to be seen there.
        open(
                context,
                "auditor",
                "audit/access?kind=refusal&person=curator-1",
                () -> assertThat(part("z-access")).contains("Отказ в доступе", "/audit/access", "curator-1"));
    }

    @Test
    void filtersByWhatTheAddressAndTheFieldsSay() {
        signIns("filtered", 2);
        open(context, "auditor", "audit/access?kind=sign-in&person=filtered", () -> {
            assertThat(_find(ListItem.class)).hasSize(2);
            _setValue(_get(TextField.class), "nobody-of-that-name");
            assertThat(_find(ListItem.class)).isEmpty();
            assertThat(text()).contains("Записей по этим условиям нет.");
        });
        open(
                context,
                "auditor",
                "audit/access?kind=download&person=filtered",
                () -> assertThat(_find(ListItem.class)).isEmpty());
    }

    @Test
    void showsOlderOnesWhenAsked() {
        signIns("many", 60);
        open(context, "auditor", "audit/access?person=many", () -> {
            assertThat(_find(ListItem.class)).hasSize(50);
            LocatorJ._click(button("Показать ещё"));
            assertThat(_find(ListItem.class)).hasSize(60);
        });
    }

    private void signIns(String account, int times) {
        var guest = new Person(account, "Гость " + account, Set.of(Role.OFFICIAL), "uoz", null);
        for (int i = 0; i < times; i++) {
            SignIn.as(guest, () -> trail.signedIn(guest));
        }
    }
}
