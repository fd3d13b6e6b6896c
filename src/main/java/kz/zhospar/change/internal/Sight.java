package kz.zhospar.change.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * Which requests somebody may read, as queries need it: {@link ChangeAccess#mayRead} in sets. None of them is empty.
 *
 * @param bodies whose requests he reads from the first word on
 * @param leads keys of the bodies that he leads
 * @param curators keys of the curators that he is
 * @param goals that he oversees
 */
record Sight(
        boolean everything,
        Set<String> accounts,
        Set<String> bodies,
        Set<String> leads,
        Set<String> curators,
        Set<UUID> goals) {

    /** Stands in every set, and for nothing: no key is written like this. */
    private static final String NOTHING = "!";

    /** @param overseen the goals that a curator oversees */
    static Sight of(Collection<Person> hats, Function<String, List<UUID>> overseen) {
        var curators = keys(hats.stream().map(Person::curator));
        var goals = curators.stream()
                .filter(curator -> !curator.equals(NOTHING))
                .flatMap(curator -> overseen.apply(curator).stream())
                .collect(Collectors.toCollection(HashSet::new));
        goals.add(new UUID(0, 0));
        return new Sight(
                hats.stream().anyMatch(Person::readsEverything),
                keys(hats.stream().map(Person::account)),
                keys(hats.stream()
                        .filter(hat -> hat.is(Role.OFFICIAL) || hat.is(Role.HEAD))
                        .map(Person::body)),
                keys(hats.stream().filter(hat -> hat.is(Role.HEAD)).map(Person::body)),
                curators,
                goals);
    }

    private static Set<String> keys(Stream<@Nullable String> keys) {
        return Stream.concat(keys.filter(Objects::nonNull), Stream.of(NOTHING)).collect(Collectors.toSet());
    }

    /** Finds one of the bodies in a list of keys with commas. */
    public String leadsPattern() {
        return pattern(leads);
    }

    /** Finds one of the curators in a list of keys with commas. */
    public String curatorsPattern() {
        return pattern(curators);
    }

    private static String pattern(Set<String> keys) {
        return keys.stream()
                .map(key -> key.replaceAll("([^\\w-])", "\\\\$1"))
                .collect(Collectors.joining("|", "(^|,)(", ")(,|$)"));
    }
}
