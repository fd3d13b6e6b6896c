package kz.zhospar.change;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change request in a list.
 *
 * @param risk of the heaviest change in it; of one under way, that with which it was submitted
 * @param turn who decides next; null when nobody has to
 * @param author who began it
 * @param writer who writes it now: the author, or whoever took it over
 * @param goals numbers of the goals that it touches, in order
 * @param contentHash what a decision binds itself to
 */
public record RequestSummary(
        long number,
        String title,
        RequestState state,
        Risk risk,
        @Nullable Turn turn,
        String author,
        String writer,
        String writerAccount,
        @Nullable String body,
        Instant editedAt,
        @Nullable Instant submittedAt,
        int changes,
        List<String> goals,
        String contentHash) {

    /** The step that decides next; null when nobody has to. */
    @Nullable
    public Step step() {
        return turn == null ? null : turn.step();
    }
}
