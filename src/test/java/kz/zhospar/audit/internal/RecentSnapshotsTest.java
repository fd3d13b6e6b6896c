package kz.zhospar.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.PlanSnapshot;
import org.junit.jupiter.api.Test;

class RecentSnapshotsTest {

    private final List<Long> read = Collections.synchronizedList(new ArrayList<>());
    private final RecentSnapshots recent = new RecentSnapshots(10);

    @Test
    void readsARevisionOnceHoweverManyAskForItAtTheSameTime() throws Exception {
        var reading = new CountDownLatch(1);
        Callable<PlanSnapshot> asking = () -> recent.get(7, revision -> {
            await(reading);
            return plan(revision, 3);
        });
        try (var people = Executors.newFixedThreadPool(8)) {
            var answers =
                    IntStream.range(0, 8).mapToObj(_ -> people.submit(asking)).toList();
            reading.countDown();
            var first = answers.getFirst().get();
            for (var answer : answers) {
                assertThat(answer.get()).isSameAs(first);
            }
        }
        assertThat(read).containsExactly(7L);
    }

    @Test
    void forgetsWhatNobodyHasAskedForTheLongestWhenThereIsNoMoreRoom() {
        LongStream.of(1, 2, 3).forEach(revision -> ask(revision, 3));
        ask(1, 3);
        ask(4, 4);
        read.clear();

        LongStream.of(1, 3, 4).forEach(revision -> ask(revision, 3));
        assertThat(read).isEmpty();
        ask(2, 3);
        assertThat(read).containsExactly(2L);
    }

    @Test
    void answersWhatIsTooBigToBeKept() {
        ask(1, 3);
        assertThat(ask(2, 11).items()).hasSize(11);
        read.clear();

        ask(2, 11);
        assertThat(read).containsExactly(2L);
    }

    @Test
    void readsAgainWhatCouldNotBeRead() {
        assertThatThrownBy(() -> recent.get(5, _ -> {
                    throw new IllegalStateException("no connection");
                }))
                .hasMessage("no connection");

        assertThat(ask(5, 2).revision()).isEqualTo(5);
    }

    private PlanSnapshot ask(long revision, int items) {
        return recent.get(revision, number -> plan(number, items));
    }

    private PlanSnapshot plan(long revision, int items) {
        read.add(revision);
        var map = new HashMap<ItemRef, Item>();
        for (int i = 0; i < items; i++) {
            var ref = new ItemRef(ItemType.ACTION, new UUID(0, i));
            map.put(ref, Item.of(ref).build());
        }
        return new PlanSnapshot(revision, Instant.EPOCH, map);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
