package kz.zhospar.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import kz.zhospar.notification.Notice;
import kz.zhospar.notification.NoticeKind;
import org.springframework.context.event.EventListener;

/** Everything that people were told. */
public class Notices {
    private final List<Notice> told = new CopyOnWriteArrayList<>();

    @EventListener
    void on(Notice notice) {
        told.add(notice);
    }

    public void clear() {
        told.clear();
    }

    /** What was told of a request since the last clearing: kinds with their recipients, in order. */
    public List<String> of(long request) {
        return told.stream()
                .filter(notice -> notice.link().equals("changes/" + request))
                .map(Notices::words)
                .toList();
    }

    /** The same of one kind, whatever it is about. */
    public List<String> of(NoticeKind kind) {
        return told.stream()
                .filter(notice -> notice.kind() == kind)
                .map(Notices::words)
                .toList();
    }

    private static String words(Notice notice) {
        return notice.kind()
                + " "
                + String.join(" ", notice.recipients().stream().sorted().toList());
    }
}
