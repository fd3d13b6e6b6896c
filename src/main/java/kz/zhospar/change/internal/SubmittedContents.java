package kz.zhospar.change.internal;

import java.time.Instant;
import java.util.List;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.change.RequestState;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Signature;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionNote;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is kept of each content that was submitted: the content itself, and who had it before him. */
@Component
public class SubmittedContents {

    private final Submissions submissions;
    private final Viewings viewings;

    SubmittedContents(Submissions submissions, Viewings viewings) {
        this.submissions = submissions;
        this.viewings = viewings;
    }

    void keep(Submission submission) {
        submissions.save(submission);
    }

    /** What was submitted in the last round before the running one. */
    RequestDetails.@Nullable Earlier earlier(ChangeRequest request) {
        return submissions
                .findFirstByRequestIdAndRoundLessThanOrderByRoundDesc(request.id(), request.round())
                .map(Submission::record)
                .orElse(null);
    }

    /** Keeps that the person has the submitted content before him; once for each content. */
    public void view(Person person, StoredRequest loaded, Instant now) {
        var request = loaded.request();
        var hash = request.contentHash();
        if (request.state() == RequestState.IN_REVIEW
                && hash != null
                && !request.involves(person.account())
                && viewings.findByRequestIdOrderByViewedAt(request.id()).stream()
                        .noneMatch(viewing -> viewing.isOf(person.account(), hash))) {
            RevisionNote.describe(RevisionKind.READING, request.number(), request.title());
            viewings.save(new Viewing(request, hash, Signature.of(person), now));
        }
    }

    List<RequestDetails.Viewing> viewings(ChangeRequest request) {
        return viewings.findByRequestIdOrderByViewedAt(request.id()).stream()
                .map(Viewing::record)
                .toList();
    }
}
