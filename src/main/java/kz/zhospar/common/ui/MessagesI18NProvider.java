package kz.zhospar.common.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import kz.zhospar.common.Language;
import kz.zhospar.common.Messages;
import org.springframework.stereotype.Component;

/** Gives Vaadin's own look-ups the same texts as {@link Texts}. */
@Component
class MessagesI18NProvider implements I18NProvider {
    @Override
    public List<Locale> getProvidedLocales() {
        return Arrays.stream(Language.values()).map(Language::locale).toList();
    }

    @Override
    public Locale getDefaultLocale() {
        return Language.RU.locale();
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... params) {
        return Messages.in(Language.of(locale), key, params);
    }
}
