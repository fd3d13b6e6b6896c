package kz.zhospar.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import kz.zhospar.identity.SignIn;
import kz.zhospar.testing.ZhosparTest;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.sessions.JqwikSession;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import net.jqwik.api.state.Transformer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * Tens of thousands of random operations by many people, each compared with a model that knows nothing of the code.
 *
 * <p>It always plays the same; {@code -Dzhospar.model.seed=7} plays otherwise, {@code -Dzhospar.model.chains=5000}
 * longer. A failure tells what everybody did in the chain that failed, and its seed.
 */
@ZhosparTest(properties = {"zhospar.test=model", Desk.PLAN})
@Import(ModelPeople.Configuration.class)
class ReviewModelTest {

    private static final int ENOUGH = 285;
    private static final long SEED = Long.getLong("zhospar.model.seed", 2021);
    private static final int CHAINS = Integer.getInteger("zhospar.model.chains", ENOUGH);
    private static final int LENGTH = 90;
    private static final int LEAST = 20_000;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ModelPeople.Directory directory;

    private final ReviewPlay.Count count = new ReviewPlay.Count();
    private final AtomicInteger chain = new AtomicInteger();

    @Test
    void behavesAsTheModelSaysInEveryChainOfOperations() {
        var desk = new Desk(context);
        var city = new ReviewModel.City(ModelWords.plan(desk.plans().current().items()));
        readRoutes(desk, city);
        var began = System.nanoTime();
        JqwikSession.run(() -> play(desk, city));
        System.out.printf(
                "Review model: %d operations accepted, %d refused, %d requests applied, in %d s%n%s%n",
                count.accepted,
                count.refused,
                city.applied.size(),
                (System.nanoTime() - began) / 1_000_000_000,
                new TreeMap<>(count.outcomes));
        if (CHAINS >= ENOUGH) {
            assertThat(count.accepted).as("operations that were let through").isGreaterThan(LEAST);
        }
        var record = new PlanRecord(context);
        assertThat(record.applied()).as("requests applied").isEqualTo(city.applied);
        record.requireReplay();
    }

    private void readRoutes(Desk desk, ReviewModel.City city) {
        var staff = new ModelPeople(0, directory);
        SignIn.as(ModelPeople.person(staff.named("admin")), () -> desk.routes().routes())
                .forEach(route -> city.routes.put(
                        route.risk().name(),
                        route.stages().stream()
                                .map(stage -> stage.step().name())
                                .toList()));
    }

    private void play(Desk desk, ReviewModel.City city) {
        var random = new Random(SEED);
        var chains = chains(desk, city).generator(1000);
        for (int i = 1; i <= CHAINS; i++) {
            var next = chains.next(random).value();
            chain.set(i);
            told(next.run(), ReviewPlay::finish);
        }
    }

    private ActionChainArbitrary<ReviewPlay> chains(Desk desk, ReviewModel.City city) {
        var chains =
                ActionChain.startWith(() -> new ReviewPlay(desk, new ModelPeople(chain.get(), directory), city, count));
        for (var kind : ReviewMoves.Kind.values()) {
            chains = chains.withAction(kind.weight, new Move(kind));
        }
        return chains.withMaxTransformations(LENGTH);
    }

    private record Move(ReviewMoves.Kind kind) implements Action.Dependent<ReviewPlay> {

        @Override
        public boolean precondition(ReviewPlay play) {
            return ReviewMoves.isPossible(kind, play);
        }

        @Override
        public Arbitrary<Transformer<ReviewPlay>> transformer(ReviewPlay state) {
            return Arbitraries.randomValue(Random::nextLong)
                    .map(seed -> Transformer.mutate(
                            kind.name(), play -> told(play, one -> new ReviewMoves(one, new Random(seed)).make(kind))));
        }
    }

    /** Does something, and tells all that was done before when it fails. */
    private static void told(ReviewPlay play, Consumer<ReviewPlay> work) {
        try {
            work.accept(play);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("With seed %d, after%n%s%n%s".formatted(SEED, play.story(), e), e);
        }
    }
}
