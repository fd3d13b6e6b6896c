package kz.zhospar.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.identity.People;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A city hall that is staffed anew for each chain, so that no chain meets what others left behind. */
final class ModelPeople {

    /** Somebody as the model knows him: plain words, and no rule of the application. */
    record Who(
            String account,
            Set<String> roles,
            @Nullable String body,
            @Nullable String curator) {

        boolean is(String role) {
            return roles.contains(role);
        }

        boolean isAny(String... several) {
            return Stream.of(several).anyMatch(this::is);
        }

        /** The first of the posts in the order in which people sign. */
        String post() {
            return Stream.of("AKIM_OFFICE", "ECONOMY", "CURATOR", "HEAD", "OFFICIAL", "AUDITOR", "ADMIN")
                    .filter(this::is)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The application's directory of the people who are there now. */
    static final class Directory implements People {
        private volatile List<Person> there = List.of();

        @Override
        public List<Person> all() {
            return there;
        }

        @Override
        public Optional<Person> byAccount(String account) {
            return there.stream()
                    .filter(person -> person.account().equals(account))
                    .findFirst();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {
        @Bean
        @Primary
        Directory directory() {
            return new Directory();
        }
    }

    private final Map<String, Who> all = new LinkedHashMap<>();

    ModelPeople(int chain, Directory directory) {
        for (var body : List.of("uo", "uk", "uoz", "ugm", "ue")) {
            add(chain, body + "-official", body, null, "OFFICIAL");
            add(chain, body + "-head", body, null, "HEAD");
        }
        add(chain, "uo-deputy", "uo", null, "OFFICIAL");
        add(chain, "lab-official", "lab", null, "OFFICIAL");
        add(chain, "lab-chief", "lab", null, "HEAD", "ECONOMY");
        add(chain, "economy", "ue", null, "ECONOMY");
        add(chain, "curator-1", null, "abdykadyrov", "CURATOR");
        add(chain, "curator-2", null, "amrin", "CURATOR");
        add(chain, "curator-3", null, "nusupova", "CURATOR");
        add(chain, "akim-office", "akim-office", null, "AKIM_OFFICE");
        add(chain, "auditor", null, null, "AUDITOR");
        add(chain, "admin", null, null, "ADMIN");
        directory.there = all.values().stream()
                .map(ModelPeople::person)
                .sorted(Comparator.comparing(Person::account))
                .toList();
    }

    private void add(int chain, String name, @Nullable String body, @Nullable String curator, String... roles) {
        var account = name + "." + chain;
        all.put(account, new Who(account, Set.of(roles), body, curator));
    }

    static Person person(Who who) {
        var roles = who.roles().stream().map(Role::valueOf).collect(Collectors.toSet());
        return new Person(who.account(), who.account(), roles, who.body(), who.curator());
    }

    Who get(String account) {
        return all.get(account);
    }

    /** The one whose name begins so. */
    Who named(String name) {
        return all.values().stream()
                .filter(who -> who.account().startsWith(name + "."))
                .findFirst()
                .orElseThrow();
    }

    List<Who> all() {
        return new ArrayList<>(all.values());
    }
}
