package kz.zhospar.common.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import kz.zhospar.common.Language;

/** Three plain buttons, each named in its own language; the pressed one is the language of the screen. */
public class LanguageSwitch extends Span {
    public LanguageSwitch() {
        addClassName("z-language-switch");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", t("common.language"));
        for (var language : Language.values()) {
            add(button(language));
        }
    }

    private NativeButton button(Language language) {
        var button = new NativeButton(shortName(language));
        button.getElement().setAttribute("type", "button");
        button.getElement().setAttribute("lang", language.code());
        button.getElement().setAttribute("aria-pressed", String.valueOf(language == Texts.language()));
        button.setAriaLabel(fullName(language));
        button.addClickListener(e -> getUI().ifPresent(ui -> LanguageMemory.choose(ui, language)));
        return button;
    }

    // A language is named in itself on every screen, hence these names are no texts to translate.
    private static String shortName(Language language) {
        return switch (language) {
            case RU -> "Рус";
            case KK -> "Қаз";
            case EN -> "Eng";
        };
    }

    private static String fullName(Language language) {
        return switch (language) {
            case RU -> "Русский";
            case KK -> "Қазақша";
            case EN -> "English";
        };
    }
}
