package kz.zhospar.conversation.ui;

import com.vaadin.flow.component.html.Div;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.zhospar.conversation.CommentThread;

/** Threads, the oldest first. One that is already shown stays in place, with whatever is being typed into it. */
class ThreadList extends Div {

    private final Talk talk;
    private final Map<UUID, ThreadBox> boxes = new HashMap<>();

    ThreadList(Talk talk) {
        this.talk = talk;
        addClassName("z-threads");
    }

    void show(List<CommentThread> threads, boolean mayWrite) {
        var ids = threads.stream().map(CommentThread::id).collect(Collectors.toSet());
        boxes.entrySet().removeIf(entry -> {
            var gone = !ids.contains(entry.getKey());
            if (gone) {
                remove(entry.getValue());
            }
            return gone;
        });
        for (int i = 0; i < threads.size(); i++) {
            var thread = threads.get(i);
            var box = boxes.get(thread.id());
            if (box == null) {
                box = new ThreadBox(talk, thread, mayWrite);
                boxes.put(thread.id(), box);
                addComponentAtIndex(i, box);
            } else {
                box.show(thread);
            }
        }
    }
}
