package kz.zhospar.identity.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

/**
 * Asks Keycloak for everybody, by the service account of the client. That needs the roles {@code view-users},
 * {@code query-users} and {@code query-groups} of {@code realm-management}; with roles of the client also
 * {@code view-clients}.
 */
class KeycloakAdmin {
    private static final int PAGE = 100;

    private final Keycloak keycloak;
    private final KeycloakSettings settings;

    KeycloakAdmin(Keycloak keycloak) {
        this.keycloak = keycloak;
        this.settings = keycloak.settings();
    }

    /**
     * All accounts that are enabled.
     *
     * @throws org.springframework.web.client.RestClientException if Keycloak does not answer or refuses
     */
    List<KeycloakAccount> accounts() {
        var server = signedIn();
        var roles = settings.clientRoles() ? "clients/" + clientId(server) : "realm";
        var accounts = new ArrayList<KeycloakAccount>();
        List<User> page;
        var first = 0;
        do {
            page = list(
                    server,
                    "/users?enabled=true&briefRepresentation=false&first=%d&max=%d".formatted(first, PAGE),
                    new ParameterizedTypeReference<>() {});
            page.forEach(user -> accounts.add(account(server, user, roles)));
            first += PAGE;
        } while (page.size() == PAGE);
        return accounts;
    }

    private KeycloakAccount account(RestClient server, User user, String roles) {
        return new KeycloakAccount(
                user.id(),
                user.shownAs(settings.nameClaim()),
                user.email(),
                roles(server, user, roles),
                groups(server, user),
                user.attribute("curator").orElse(null));
    }

    /** Also those that a person has through groups and through other roles. */
    private static Set<String> roles(RestClient server, User user, String of) {
        return list(
                        server,
                        "/users/%s/role-mappings/%s/composite".formatted(user.id(), of),
                        new ParameterizedTypeReference<List<Role>>() {})
                .stream()
                .map(Role::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> groups(RestClient server, User user) {
        return list(
                        server,
                        "/users/%s/groups?max=%d".formatted(user.id(), PAGE),
                        new ParameterizedTypeReference<List<Group>>() {})
                .stream()
                .map(Group::path)
                .toList();
    }

    private String clientId(RestClient server) {
        return list(
                        server,
                        "/clients?clientId=" + settings.clientId(),
                        new ParameterizedTypeReference<List<Client>>() {})
                .stream()
                .map(Client::id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Keycloak has no client " + settings.clientId()));
    }

    private static <T> List<T> list(RestClient server, String path, ParameterizedTypeReference<List<T>> type) {
        return Optional.ofNullable(server.get().uri(path).retrieve().body(type)).orElse(List.of());
    }

    private RestClient signedIn() {
        var token = new ServiceToken();
        return keycloak.clientBuilder()
                .baseUrl(keycloak.admin())
                .requestInterceptor((request, body, execution) -> {
                    request.getHeaders().setBearerAuth(token.value());
                    return execution.execute(request, body);
                })
                .build();
    }

    /** The token of the service account, got anew in time: reading a large directory can take longer than one lives. */
    private final class ServiceToken {
        private String value = "";
        private long dueNanos = System.nanoTime();

        String value() {
            if (System.nanoTime() - dueNanos >= 0) {
                renew();
            }
            return value;
        }

        private void renew() {
            var registration = keycloak.registration();
            var form = new LinkedMultiValueMap<String, String>();
            form.add("grant_type", "client_credentials");
            var answer = keycloak.client()
                    .post()
                    .uri(registration.getProviderDetails().getTokenUri())
                    .headers(
                            headers -> headers.setBasicAuth(registration.getClientId(), registration.getClientSecret()))
                    .body(form)
                    .retrieve()
                    .body(Token.class);
            if (answer == null) {
                throw new IllegalStateException("Keycloak gave no token");
            }
            value = answer.value();
            dueNanos = System.nanoTime() + Duration.ofSeconds(answer.seconds()).toNanos() / 2;
        }
    }

    record Token(
            @JsonProperty("access_token") String value,
            @JsonProperty("expires_in") long seconds) {}

    record User(
            String id,
            String username,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            @Nullable Map<String, List<String>> attributes) {

        /** As the token with a claim of this name would show him. */
        String shownAs(@Nullable String claim) {
            var named = claim == null ? Optional.<String>empty() : claim(claim);
            return named.orElseGet(this::fullName);
        }

        private Optional<String> claim(String claim) {
            return switch (claim) {
                case "sub" -> Optional.of(id);
                case "preferred_username" -> Optional.of(username);
                case "email" -> text(email);
                case "given_name" -> text(firstName);
                case "family_name" -> text(lastName);
                case "name" -> Optional.of(fullName());
                default -> attribute(claim);
            };
        }

        private String fullName() {
            var name = Stream.of(text(firstName), text(lastName))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(" "));
            return name.isEmpty() ? username : name;
        }

        Optional<String> attribute(String key) {
            return attributes == null
                    ? Optional.empty()
                    : attributes.getOrDefault(key, List.of()).stream()
                            .flatMap(value -> text(value).stream())
                            .findFirst();
        }

        private static Optional<String> text(@Nullable String value) {
            return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
        }
    }

    record Role(String name) {}

    record Group(String path) {}

    record Client(String id) {}
}
