package kz.zhospar.change;

import static kz.zhospar.identity.SignIn.as;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kz.zhospar.common.Formats;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.common.Quantity;
import kz.zhospar.identity.People;
import kz.zhospar.identity.Person;
import kz.zhospar.plan.Action;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.Series;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** What people do with requests about the plan {@code plan/review}, each named by his account. */
record Desk(
        PlanService plans,
        DraftService drafts,
        RequestService requests,
        ReviewService reviews,
        RouteService routes,
        SubstitutionService substitutions,
        HandOverService handOvers,
        People people) {

    static final String PLAN = "zhospar.plan=classpath:plan/review/";

    Desk(ApplicationContext context) {
        this(
                context.getBean(PlanService.class),
                context.getBean(DraftService.class),
                context.getBean(RequestService.class),
                context.getBean(ReviewService.class),
                context.getBean(RouteService.class),
                context.getBean(SubstitutionService.class),
                context.getBean(HandOverService.class),
                context.getBean(People.class));
    }

    Person person(String account) {
        return people.byAccount(account).orElseThrow();
    }

    <T> T by(String account, Callable<T> work) {
        return as(person(account), work);
    }

    void by(String account, Runnable work) {
        as(person(account), work);
    }

    /** The routes of every risk. */
    void route(Step... steps) {
        var stages = Arrays.stream(steps).map(step -> new RouteStage(step, 3)).toList();
        by("admin", () -> {
            for (var risk : Risk.values()) {
                routes.change(risk, stages, "Проверка");
            }
        });
    }

    Series series(int indicator, int row) {
        return plans.current().tree().indicator(indicator).orElseThrow().series().stream()
                .filter(series -> series.row() == row)
                .findFirst()
                .orElseThrow();
    }

    Action action(String goal, int ordinal) {
        return plans.current()
                .tree()
                .goal(goal)
                .orElseThrow()
                .allActions()
                .filter(action -> action.ordinal() == ordinal)
                .findFirst()
                .orElseThrow();
    }

    Item item(ItemRef ref) {
        return plans.current().find(ref).orElseThrow();
    }

    static Field target(int year) {
        return Field.of(Attribute.TARGET, year);
    }

    @Nullable
    Object planned(ItemRef ref, int year) {
        return item(ref).value(target(year)).orElse(null);
    }

    /** An empty draft with a title and a justification. */
    long open(String author) {
        return by(author, () -> {
            var number = drafts.open();
            drafts.describe(number, "Запрос " + number, "Обоснование", Basis.NONE);
            return number;
        });
    }

    RequestDetails edit(String author, long number, ItemRef ref, Field field, Object value) {
        return by(author, () -> drafts.edit(number, ref, field, value));
    }

    RequestDetails plan(String author, long number, ItemRef ref, int year, String value) {
        return edit(author, number, ref, target(year), Quantity.of(value));
    }

    RequestDetails propose(String author, long number, Change... changes) {
        return by(author, () -> drafts.propose(number, List.of(changes)));
    }

    RequestDetails submit(String author, long number) {
        return by(author, () -> drafts.submit(number));
    }

    /** A submitted request that states one target. */
    long submitted(String author, ItemRef ref, int year, String value) {
        var number = open(author);
        plan(author, number, ref, year, value);
        submit(author, number);
        return number;
    }

    RequestDetails withdraw(String author, long number) {
        return by(author, () -> drafts.withdraw(number));
    }

    RequestDetails read(long number) {
        return by("auditor", () -> requests.find(number));
    }

    RequestDetails read(String account, long number) {
        return by(account, () -> requests.find(number));
    }

    RequestDetails approve(String account, long number) {
        return by(account, () -> reviews.approve(number, read(number).contentHash(), ""));
    }

    RequestDetails giveBack(String account, long number) {
        return by(account, () -> reviews.returnForRework(number, read(number).contentHash(), "Причина"));
    }

    RequestDetails reject(String account, long number) {
        return by(account, () -> reviews.reject(number, read(number).contentHash(), "Причина"));
    }

    RequestDetails decide(String account, long number, ItemVerdict... items) {
        return by(account, () -> reviews.decide(number, read(number).contentHash(), "", List.of(items)));
    }

    /** Approves in the name of everybody whose turn it is, until nobody's is. */
    RequestDetails approveAll(long number) {
        for (var left = waiting(number); !left.isEmpty(); left = waiting(number)) {
            approve(holder(left.getFirst()), number);
        }
        return read(number);
    }

    List<Part> waiting(long number) {
        var turn = read(number).summary().turn();
        return turn == null ? List.of() : turn.waiting();
    }

    /** The first account that holds an office. */
    String holder(Part part) {
        return people.all().stream()
                .filter(person -> switch (part.step()) {
                    case HEAD -> person.account().equals(part.office() + "-head");
                    case ECONOMY -> person.account().equals("economy");
                    case CURATOR -> part.office() != null && part.office().equals(person.curator());
                    case AKIM_OFFICE -> person.account().equals("akim-office");
                })
                .map(Person::account)
                .findFirst()
                .orElseThrow();
    }

    UUID substitute(String holder, String substitute) {
        return by(
                "admin",
                () -> substitutions
                        .name(
                                holder,
                                substitute,
                                LocalDate.now(Formats.ZONE),
                                LocalDate.now(Formats.ZONE).plusDays(2))
                        .id());
    }

    void end(UUID substitution) {
        by("admin", () -> substitutions.end(substitution));
    }

    static ItemRef fresh(ItemType type) {
        return new ItemRef(type, UUID.randomUUID());
    }

    static Change.Add added(ItemRef ref, UUID parent, int number) {
        return new Change.Add(Item.of(ref)
                .put(Attribute.PARENT, parent)
                .put(Attribute.NUMBER, number)
                .put(Attribute.TITLE, LocalizedText.of("Новое"))
                .build());
    }

    Change removed(ItemRef ref) {
        return new Change.Remove(item(ref));
    }

    Change at(long number, ItemRef ref) {
        return changes(number, ref).findFirst().orElseThrow();
    }

    Stream<Change> changes(long number, ItemRef ref) {
        return read(number).changes().stream().filter(change -> change.ref().equals(ref));
    }
}
