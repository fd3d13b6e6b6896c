package kz.zhospar.conversation.internal;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.zhospar.change.RequestSummary;
import kz.zhospar.identity.Person;
import kz.zhospar.notification.Notice;
import kz.zhospar.notification.NoticeKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells people of a comment: each once, nobody of his own, and nobody of a request that he may not read. */
@Component
public class CommentNotices {

    private final ApplicationEventPublisher events;
    private final Clock clock;

    CommentNotices(ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param readers those who may read the request
     * @param mentioned accounts of those whom the comment mentions
     * @param involved accounts of those whom it concerns anyhow
     */
    public void tell(
            RequestSummary request, Person writer, List<Person> readers, Set<String> mentioned, Set<String> involved) {
        var others = readers.stream().map(Person::account).collect(Collectors.toCollection(HashSet::new));
        others.remove(writer.account());
        publish(NoticeKind.MENTIONED, both(others, mentioned), request, writer);
        others.removeAll(mentioned);
        publish(NoticeKind.COMMENTED, both(others, involved), request, writer);
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        return one.stream().filter(other::contains).collect(Collectors.toSet());
    }

    private void publish(NoticeKind kind, Set<String> recipients, RequestSummary request, Person writer) {
        if (!recipients.isEmpty()) {
            var number = String.valueOf(request.number());
            events.publishEvent(Notice.of(
                    kind, recipients, "changes/" + number, clock.instant(), number, request.title(), writer.name()));
        }
    }
}
