package kz.zhospar.conversation.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.zhospar.conversation.CommentRecord;
import kz.zhospar.conversation.CommentThread;
import kz.zhospar.identity.Signature;
import org.springframework.stereotype.Component;

/** Comments in their tables, put together into threads. */
@Component
public class DiscussionStore {

    private final Comments comments;
    private final Mentions mentions;
    private final ThreadMarks marks;

    DiscussionStore(Comments comments, Mentions mentions, ThreadMarks marks) {
        this.comments = comments;
        this.mentions = mentions;
        this.marks = marks;
    }

    /** The threads of a request, the oldest first: three queries, however many they are. */
    public List<CommentThread> threads(long request) {
        var found = comments.findByRequestNumberOrderByWrittenAtAscIdAsc(request);
        var names = names(found);
        var byThread = new LinkedHashMap<UUID, List<Comment>>();
        found.forEach(comment -> byThread.computeIfAbsent(comment.thread(), _ -> new ArrayList<>())
                .add(comment));
        var marked = marks.findByRequestNumber(request).stream()
                .collect(Collectors.toMap(ThreadMark::threadId, mark -> mark));
        return byThread.values().stream()
                .map(thread -> thread(
                        thread,
                        names,
                        Optional.ofNullable(marked.get(thread.getFirst().thread()))))
                .toList();
    }

    private static CommentThread thread(
            List<Comment> comments, Map<UUID, Map<String, String>> names, Optional<ThreadMark> mark) {
        var first = comments.getFirst();
        return new CommentThread(
                first.thread(),
                first.place(),
                comments.stream()
                        .map(comment -> record(comment, names.getOrDefault(comment.id(), Map.of())))
                        .toList(),
                mark.map(ThreadMark::resolution).orElse(null));
    }

    private static CommentRecord record(Comment comment, Map<String, String> mentioned) {
        return new CommentRecord(comment.id(), comment.signed(), comment.text(), mentioned);
    }

    private Map<UUID, Map<String, String>> names(List<Comment> found) {
        var names = new HashMap<UUID, Map<String, String>>();
        mentions.findByCommentIdIn(found.stream().map(Comment::id).toList())
                .forEach(mention -> names.computeIfAbsent(mention.commentId(), _ -> new HashMap<>())
                        .put(mention.account(), mention.name()));
        return names;
    }

    /** The first comment of a thread. */
    public Optional<Comment> first(UUID thread) {
        return comments.findById(thread).filter(Comment::isFirst);
    }

    /** Who has written in a thread, by account. */
    public Set<String> writers(Comment first) {
        return comments.findByRequestNumberOrderByWrittenAtAscIdAsc(first.requestNumber()).stream()
                .filter(comment -> comment.thread().equals(first.id()))
                .map(Comment::account)
                .collect(Collectors.toSet());
    }

    /** @param mentioned names by account */
    public CommentRecord add(Comment comment, Map<String, String> mentioned) {
        comments.save(comment);
        mentioned.forEach((account, name) -> mentions.save(new Mention(comment.id(), account, name)));
        return record(comment, mentioned);
    }

    /** Whether the thread is resolved; whoever else marks it waits until the transaction ends. */
    public boolean lockResolved(Comment first) {
        comments.lock(first.id());
        return marks.findById(first.id()).map(ThreadMark::isResolved).orElse(false);
    }

    public void mark(Comment first, boolean resolved, Signature person, Instant now) {
        var mark = marks.findById(first.id()).orElseGet(() -> new ThreadMark(first));
        mark.mark(resolved, person, now);
        marks.save(mark);
    }
}
