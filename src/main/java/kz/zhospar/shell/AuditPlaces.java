package kz.zhospar.shell;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.Location;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;

/** Where one can go in the audit: shown above each of its screens, and nowhere else. */
class AuditPlaces extends Nav {

    private static final String AUDIT = "audit";

    /** On a narrow screen the places stand in a row that is longer than the screen, once it has been laid out. */
    private static final String INTO_THE_MIDDLE = """
            requestAnimationFrame(() => setTimeout(() => {
                const row = this.parentElement;
                row.scrollLeft += this.getBoundingClientRect().left - row.getBoundingClientRect().left
                    - (row.clientWidth - this.offsetWidth) / 2;
            }));
            """;

    AuditPlaces(Person person) {
        addClassName("z-audit-places");
        Ui.describe(this, t("shell.audit"));
        setVisible(false);
        place(AUDIT, t("shell.audit.log"));
        if (person.readsEverything()) {
            place("audit/queries", t("shell.audit.questions"));
        }
        place("audit/compare", t("shell.audit.compare"));
        place("audit/findings", t("shell.audit.findings"));
        if (person.is(Role.AUDITOR)) {
            place("audit/evidence", t("shell.audit.evidence"));
        }
        if (person.is(Role.AUDITOR) || person.is(Role.ADMIN)) {
            place("audit/seal", t("shell.audit.seal"));
            place("audit/access", t("shell.audit.access"));
        }
    }

    private void place(String address, String text) {
        add(Ui.link(address, text));
    }

    void show(Location location) {
        var path = location.getPath();
        setVisible(path.equals(AUDIT) || path.startsWith(AUDIT + "/"));
        getChildren().map(link -> link.getElement()).forEach(link -> {
            var address = link.getAttribute("href");
            if (path.equals(address) || !address.equals(AUDIT) && path.startsWith(address + "/")) {
                link.setAttribute("aria-current", "page");
                link.executeJs(INTO_THE_MIDDLE);
            } else {
                link.removeAttribute("aria-current");
            }
        });
    }
}
