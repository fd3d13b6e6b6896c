package kz.zhospar.common;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import kz.zhospar.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the texts of the three languages and the code that shows them together. */
class TranslationsTest {
    /** Keys made of these and of something else, where the code does not write {@code t("prefix." + …)} itself. */
    private static final Set<String> COMPOSED = Set.of();

    private static final Pattern CALL =
            Pattern.compile("(?:\\b(?:t|text)\\(|Messages\\.in\\([^,;\"]+,)\\s*\"([^\"]+)\"\\s*(\\+?)");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][\\w.-]+)\"");
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\s*(\\d+[^{}]*)}");

    private final String code = allCode();

    @ParameterizedTest
    @EnumSource
    void everyLanguageHasTheSameTexts(Language language) {
        assertThat(Messages.keys(language)).containsExactlyInAnyOrderElementsOf(Messages.keys(Language.RU));
    }

    @ParameterizedTest
    @EnumSource
    void noTextIsEmpty(Language language) {
        assertThat(Messages.keys(language))
                .noneMatch(key -> Messages.in(language, key).isBlank());
    }

    @ParameterizedTest
    @EnumSource
    void textsTakeTheSameArgumentsInEveryLanguage(Language language) {
        assertThat(Messages.keys(language))
                .allSatisfy(key -> assertThat(arguments(language, key)).as(key).isEqualTo(arguments(Language.RU, key)));
    }

    @ParameterizedTest
    @EnumSource
    void textsAreValidPatternsWithoutStraightApostrophes(Language language) {
        assertThat(Messages.keys(language)).allSatisfy(key -> {
            var text = Messages.in(language, key);
            assertThat(text)
                    .as("%s: write ’, a straight apostrophe quotes in patterns", key)
                    .doesNotContain("'");
            assertThat(new MessageFormat(text, language.locale())).as(key).isNotNull();
        });
    }

    @Test
    void everyTextThatTheCodeShowsIsThere() {
        var shown = matches(CALL, call -> call.group(2).isEmpty(), 1);

        assertThat(shown).isNotEmpty();
        assertThat(Messages.keys(Language.RU)).containsAll(shown);
    }

    @Test
    void everyPrefixThatTheCodeComposesHasTexts() {
        assertThat(prefixes())
                .allSatisfy(prefix ->
                        assertThat(Messages.keys(Language.RU)).as(prefix).anyMatch(key -> key.startsWith(prefix)));
    }

    @Test
    void everyTextIsUsed() {
        var literals = matches(LITERAL, literal -> true, 1);
        var prefixes = prefixes();

        assertThat(Messages.keys(Language.RU))
                .allMatch(key -> literals.contains(key) || prefixes.stream().anyMatch(key::startsWith));
    }

    @ParameterizedTest
    @EnumSource
    void everyRoleIsNamedAndExplained(Role role) {
        assertThat(Messages.keys(Language.RU)).contains("role." + role.key(), "login.demo.does." + role.key());
    }

    @Test
    void writesArgumentsAsTheLanguageDoes() {
        assertThat(Messages.in(Language.RU, "login.slowed", 1800)).contains("1\u00a0800 с");
        assertThat(Messages.in(Language.EN, "login.slowed", 1800)).contains("1,800 s");
    }

    @Test
    void refusesAMissingTextInTests() {
        assertThatThrownBy(() -> Messages.in(Language.KK, "no.such.text")).hasMessageContaining("no.such.text");
    }

    private Set<String> prefixes() {
        var prefixes = matches(CALL, call -> !call.group(2).isEmpty(), 1);
        prefixes.addAll(COMPOSED);
        return prefixes;
    }

    private Set<String> matches(Pattern pattern, java.util.function.Predicate<MatchResult> wanted, int group) {
        return pattern.matcher(code)
                .results()
                .filter(wanted)
                .map(match -> match.group(group))
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> arguments(Language language, String key) {
        return ARGUMENT.matcher(Messages.in(language, key))
                .results()
                .map(argument -> argument.group(1).replaceAll("\\s", ""))
                .collect(toCollection(TreeSet::new));
    }

    private static String allCode() {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var code = new StringBuilder();
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                code.append(Files.readString(file)).append('\n');
            }
            return code.toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
