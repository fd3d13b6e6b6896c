package kz.zhospar.seal.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.Optional;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.seal.SealFiles;
import kz.zhospar.seal.SealRecord;
import org.jspecify.annotations.Nullable;

/** The newest seal, with the advice to keep it elsewhere. */
class HeadCard extends Section {

    HeadCard() {
        addClassName("z-card");
    }

    void show(Optional<SealRecord> head, Optional<String> keyId) {
        removeAll();
        add(new H2(t("seal.head")));
        head.ifPresentOrElse(this::show, () -> add(Ui.div("z-empty", Ui.span("", t("seal.none")))));
        key(keyId.orElse(null));
    }

    private void show(SealRecord head) {
        var formats = Ui.formats();
        var facts = new DescriptionList();
        facts.addClassName("z-seal-facts");
        fact(facts, t("seal.number"), t("seal.number.of", String.valueOf(head.number())), "z-number");
        fact(facts, t("seal.at"), formats.exactMoment(head.sealedAt()), "z-number");
        fact(facts, t("seal.rows"), t("seal.rows.of", head.leaves(), head.revisions()), "z-number");
        fact(facts, t("seal.hash"), head.hash(), "z-seal-hash");
        var file = Ui.download("api/v1/seal", t("seal.keep.link"));
        file.getElement().setAttribute("download", SealFiles.HEAD);
        add(facts, new Paragraph(t("seal.keep")), file);
    }

    private void key(@Nullable String keyId) {
        var facts = new DescriptionList();
        facts.addClassName("z-seal-facts");
        if (keyId == null) {
            add(Ui.div("z-alert wait", new Paragraph(t("seal.key.none"))));
        } else {
            fact(facts, t("seal.key"), keyId, "z-seal-hash");
            add(facts);
        }
    }

    private static void fact(DescriptionList facts, String name, String value, String className) {
        var description = new DescriptionList.Description(value);
        description.addClassName(className);
        facts.add(new DescriptionList.Term(name), description);
    }
}
