package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kz.zhospar.change.BasisFileInfo;
import kz.zhospar.change.DraftService;
import kz.zhospar.change.Refusal;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.change.RequestService;
import kz.zhospar.common.ui.Alert;
import kz.zhospar.common.ui.FileSize;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.PlanService;
import org.jspecify.annotations.Nullable;

/** The file of a basis document: what it is, to take along; the author attaches it, and takes it away again. */
class BasisFilePart extends Div {

    private static final int LARGEST = 20 * 1024 * 1024;

    private final long number;
    private final RequestService requests;
    private final DraftService drafts;
    private final PlanService plans;
    private final Div file = Ui.div("z-file");
    private final Alert problem = new Alert();
    private final boolean editable;

    private Consumer<RequestDetails> onChange = _ -> {};
    private @Nullable BasisFileInfo shown;

    BasisFilePart(
            RequestDetails details, boolean editable, RequestService requests, DraftService drafts, PlanService plans) {
        this.number = details.number();
        this.editable = editable;
        this.requests = requests;
        this.drafts = drafts;
        this.plans = plans;
        addClassName("z-basis-file");
        add(Ui.span("z-change-caption", t("request.file")), file, problem);
        if (editable) {
            add(upload());
        }
        fill(details.basisFile());
    }

    /** @param listener gets the request after its file has changed */
    void onChange(Consumer<RequestDetails> listener) {
        onChange = listener;
    }

    void show(RequestDetails details) {
        if (!Objects.equals(shown, details.basisFile())) {
            fill(details.basisFile());
        }
    }

    private void fill(@Nullable BasisFileInfo info) {
        shown = info;
        file.removeAll();
        if (info == null) {
            file.add(Ui.span("z-soft", t("request.file.none")));
        } else {
            file.add(Ui.div("z-file-name", download(info), facts(info)));
            if (editable) {
                file.add(detach());
            }
        }
    }

    private Component download(BasisFileInfo info) {
        return new Anchor(this::send, AttachmentType.DOWNLOAD, info.name());
    }

    private static Component facts(BasisFileInfo info) {
        var hash = Ui.span("z-file-hash", t("request.file.hash", info.sha256()));
        return Ui.div("z-small z-soft", Ui.span("", FileSize.of(info.size())), hash);
    }

    /** What is not the reader's to see is not there, also when it was a moment ago. */
    private void send(DownloadEvent event) throws IOException {
        try {
            var content = requests.takeBasisFile(number).orElseThrow();
            event.setFileName(content.name());
            event.setContentType(content.mediaType());
            event.setContentLength(content.content().length);
            event.getResponse().setHeader("X-Content-Type-Options", "nosniff");
            event.getResponse().setHeader("Cache-Control", "private, no-store");
            event.getOutputStream().write(content.content());
        } catch (Refusal | NoSuchElementException _) {
            event.getResponse().sendError(404, "Not found");
        }
    }

    private Button detach() {
        var button = Buttons.once(t("request.file.detach"), () -> attempt(() -> drafts.detach(number)));
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    private Upload upload() {
        var upload = new Upload();
        upload.setUploadHandler(event -> receive(upload, event));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(LARGEST);
        upload.setAcceptedFileExtensions(
                ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".png", ".jpg", ".jpeg", ".tif", ".tiff");
        upload.setI18n(UploadWords.inReadersLanguage());
        upload.addFileRejectedListener(event -> tell(event.getErrorMessage()));
        return upload;
    }

    /** Reads no more than is taken, so that a huge file fills no memory. */
    private void receive(Upload upload, UploadEvent event) throws IOException {
        byte[] content;
        try (var stream = event.getInputStream()) {
            content = stream.readNBytes(LARGEST + 1);
        }
        var name = event.getFileName();
        event.getUI().access(() -> {
            upload.clearFileList();
            attempt(() -> drafts.attach(number, name, content));
        });
    }

    private void attempt(Supplier<RequestDetails> work) {
        problem.hide();
        try {
            var details = work.get();
            fill(details.basisFile());
            onChange.accept(details);
        } catch (Refusal refusal) {
            tell(Refusals.message(refusal, plans.current()));
        }
    }

    private void tell(String why) {
        problem.say(why);
    }
}
