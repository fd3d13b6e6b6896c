package kz.zhospar.change.internal;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.change.Refusal;
import kz.zhospar.change.RequestState;
import kz.zhospar.change.Step;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** The state of one change request; what may follow what is decided here and nowhere else. */
@Entity
@Table(name = "change_request")
@Audited
public class ChangeRequest {

    @Id
    private UUID id;

    @Version
    private long version;

    private long number;
    private String title = "";
    private String justification = "";
    private String basis = "";

    @Enumerated(EnumType.STRING)
    private RequestState state = RequestState.DRAFT;

    private int round = 1;

    @Embedded
    @EmbeddedColumnNaming
    private Signature author;

    @Embedded
    @EmbeddedColumnNaming
    private @Nullable Signature submitter;

    /** The steps of the route with which the request was submitted; a later change of routes does not touch them. */
    private String steps = "";

    private int step;
    private @Nullable String contentHash;
    private Instant createdAt;
    private Instant editedAt;
    private @Nullable Instant submittedAt;
    private @Nullable Instant closedAt;

    protected ChangeRequest() {} // JPA

    public ChangeRequest(long number, Signature author, Instant now) {
        this.id = UUID.randomUUID();
        this.number = number;
        this.author = author;
        this.createdAt = now;
        this.editedAt = now;
    }

    /** Opens the request for writing: what was decided on an earlier round does not count for the next one. */
    public void edit(Instant now) {
        requireOpen();
        if (state != RequestState.DRAFT) {
            state = RequestState.DRAFT;
            round++;
        }
        editedAt = now;
    }

    public void describe(String title, String justification, String basis, Instant now) {
        edit(now);
        this.title = title;
        this.justification = justification;
        this.basis = basis;
    }

    /** Sends the request along the route, starting at the first step that is not the submitter's own. */
    public void submit(Signature submitter, List<Step> route, int firstStep, String contentHash, Instant now) {
        edit(now);
        this.submitter = submitter;
        this.steps = route.stream().map(Step::name).collect(Collectors.joining(","));
        this.step = firstStep;
        this.contentHash = contentHash;
        this.submittedAt = now;
        this.closedAt = null;
        this.state = RequestState.IN_REVIEW;
    }

    public void withdraw(Instant now) {
        if (state.isFinal() || state == RequestState.WITHDRAWN) {
            throw new Refusal(Refusal.Reason.NOT_OPEN, number);
        }
        state = RequestState.WITHDRAWN;
        closedAt = now;
    }

    /** Moves on after an approval; true when that was the last step. */
    public boolean pass(Instant now) {
        requireInReview();
        if (step + 1 < route().size()) {
            step++;
            return false;
        }
        state = RequestState.APPROVED;
        closedAt = now;
        return true;
    }

    public void returnForRework(Instant now) {
        requireInReview();
        state = RequestState.RETURNED;
        closedAt = now;
    }

    public void reject(Instant now) {
        requireInReview();
        state = RequestState.REJECTED;
        closedAt = now;
    }

    public void requireOpen() {
        if (!state.isOpen()) {
            throw new Refusal(Refusal.Reason.NOT_OPEN, number);
        }
    }

    public void requireInReview() {
        if (state != RequestState.IN_REVIEW) {
            throw new Refusal(Refusal.Reason.NOT_IN_REVIEW, number);
        }
    }

    public List<Step> route() {
        return Stream.of(steps.split(","))
                .filter(name -> !name.isEmpty())
                .map(Step::valueOf)
                .toList();
    }

    /** The step that decides next; null when nobody has to. */
    @Nullable
    public Step currentStep() {
        return state == RequestState.IN_REVIEW ? route().get(step) : null;
    }

    public UUID id() {
        return id;
    }

    public long number() {
        return number;
    }

    public String title() {
        return title;
    }

    public String justification() {
        return justification;
    }

    public String basis() {
        return basis;
    }

    public RequestState state() {
        return state;
    }

    public int round() {
        return round;
    }

    public int step() {
        return step;
    }

    public Signature author() {
        return author;
    }

    @Nullable
    public Signature submitter() {
        return submitter;
    }

    @Nullable
    public String contentHash() {
        return contentHash;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant editedAt() {
        return editedAt;
    }

    @Nullable
    public Instant submittedAt() {
        return submittedAt;
    }

    @Nullable
    public Instant closedAt() {
        return closedAt;
    }
}
