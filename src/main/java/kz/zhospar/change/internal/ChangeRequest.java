package kz.zhospar.change.internal;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.zhospar.change.Basis;
import kz.zhospar.change.Refusal;
import kz.zhospar.change.RequestState;
import kz.zhospar.change.Risk;
import kz.zhospar.change.RouteRecord;
import kz.zhospar.change.RouteStage;
import kz.zhospar.change.Step;
import kz.zhospar.identity.Role;
import kz.zhospar.identity.Signature;
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

    @Embedded
    private BasisColumns basis = BasisColumns.NONE;

    @Enumerated(EnumType.STRING)
    private RequestState state = RequestState.DRAFT;

    private int round = 1;

    @Embedded
    @EmbeddedColumnNaming
    private Signature author;

    /** Who writes it now: the author, or whoever took it over. */
    @Embedded
    @EmbeddedColumnNaming
    private Signature writer;

    /** The accounts of everybody who has written on it or sent it, one a line: none of them decides on it. */
    private String hands = "";

    @Embedded
    @EmbeddedColumnNaming
    private @Nullable Signature submitter;

    @Enumerated(EnumType.STRING)
    private @Nullable Risk risk;

    /** The route with which the request was submitted; a later edition does not touch it. */
    private @Nullable Integer routeEdition;

    private String stages = "";
    private int step;
    private @Nullable Instant stageSince;
    private @Nullable LocalDate stageDue;

    @Enumerated(EnumType.STRING)
    private Reminder reminded = Reminder.NONE;

    private @Nullable String contentHash;

    /** The request that this one was split off from. */
    private @Nullable Long origin;

    private Instant createdAt;
    private Instant editedAt;
    private @Nullable Instant submittedAt;
    private @Nullable Instant closedAt;

    protected ChangeRequest() {} // JPA

    public ChangeRequest(long number, Signature author, Instant now) {
        this.id = UUID.randomUUID();
        this.number = number;
        this.author = author;
        this.writer = author;
        this.createdAt = now;
        this.editedAt = now;
    }

    /** The draft into which the returned changes of a request go while its other changes go on. */
    ChangeRequest splitOff(long number, Instant now) {
        var part = new ChangeRequest(number, author, now);
        part.writer = writer;
        part.hands = hands;
        part.origin = this.number;
        part.title = title;
        part.justification = justification;
        part.basis = basis;
        part.state = RequestState.RETURNED;
        return part;
    }

    /** Opens the request for writing: what was decided on an earlier round does not count for the next one. */
    public void edit(Instant now) {
        requireOpen();
        if (state != RequestState.DRAFT) {
            state = RequestState.DRAFT;
            if (submittedAt != null) {
                round++;
            }
        }
        if (!hasHand(writer.account())) {
            hands = hands + writer.account() + "\n";
        }
        editedAt = now;
    }

    public void describe(String title, String justification, Basis basis, Instant now) {
        edit(now);
        this.title = title;
        this.justification = justification;
        this.basis = this.basis.with(basis);
    }

    /** Names the file of the basis document; null takes it away. */
    public void attach(@Nullable UUID file, Instant now) {
        edit(now);
        this.basis = basis.with(file);
    }

    /** Sends the request along the route; {@link #reach} says where it begins. */
    void submit(Signature submitter, RouteRecord route, String contentHash, Instant now) {
        edit(now);
        this.submitter = submitter;
        this.risk = route.risk();
        this.routeEdition = route.edition();
        this.stages = RouteStage.print(route.stages());
        this.contentHash = contentHash;
        this.submittedAt = now;
        this.closedAt = null;
        this.state = RequestState.IN_REVIEW;
    }

    /** Begins a stage of the route. */
    void reach(int step, LocalDate due, Instant now) {
        requireInReview();
        this.step = step;
        this.stageSince = now;
        this.stageDue = due;
        this.reminded = Reminder.NONE;
    }

    /** What is left after a decision set changes aside; the same round goes on with it. */
    void narrow(String contentHash) {
        requireInReview();
        this.contentHash = contentHash;
    }

    void remind(Reminder reminder) {
        requireInReview();
        this.reminded = reminder;
    }

    /** Passes the request to another writer; who wrote and signed what stays as it was. */
    void handOver(Signature successor) {
        if (state.isFinal()) {
            throw new Refusal(Refusal.Reason.NOT_OPEN, number);
        }
        writer = successor;
    }

    public void withdraw(Instant now) {
        if (state.isFinal() || state == RequestState.WITHDRAWN) {
            throw new Refusal(Refusal.Reason.NOT_OPEN, number);
        }
        close(RequestState.WITHDRAWN, now);
    }

    void approve(Instant now) {
        requireInReview();
        close(RequestState.APPROVED, now);
    }

    void returnForRework(Instant now) {
        requireInReview();
        close(RequestState.RETURNED, now);
    }

    void reject(Instant now) {
        requireInReview();
        close(RequestState.REJECTED, now);
    }

    private void close(RequestState end, Instant now) {
        state = end;
        closedAt = now;
        stageDue = null;
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

    public List<RouteStage> stages() {
        return RouteStage.parse(stages);
    }

    /** The step that decides next; null when nobody has to. */
    @Nullable
    public Step currentStep() {
        return state == RequestState.IN_REVIEW ? stages().get(step).step() : null;
    }

    /** Whether the submitter holds the author's body's head's position himself: his submission stands for it. */
    boolean isSubmittedByHead() {
        return submitter != null && submitter.position().equals(Role.HEAD.key());
    }

    /** Whether the person began, wrote or submitted any of it. To whom it was passed unchanged has not. */
    public boolean involves(String account) {
        return author.account().equals(account)
                || hasHand(account)
                || submitter != null && submitter.account().equals(account);
    }

    private boolean hasHand(String account) {
        return hands.lines().anyMatch(account::equals);
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

    public Basis basis() {
        return basis.basis();
    }

    @Nullable
    public UUID basisFile() {
        return basis.file();
    }

    BasisColumns basisColumns() {
        return basis;
    }

    public RequestState state() {
        return state;
    }

    public int round() {
        return round;
    }

    /** Index of the running stage. */
    int stage() {
        return step;
    }

    public Signature author() {
        return author;
    }

    public Signature writer() {
        return writer;
    }

    @Nullable
    public Risk risk() {
        return risk;
    }

    @Nullable
    public LocalDate stageDue() {
        return stageDue;
    }

    Reminder reminded() {
        return reminded;
    }

    @Nullable
    public Long origin() {
        return origin;
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
