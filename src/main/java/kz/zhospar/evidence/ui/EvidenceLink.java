package kz.zhospar.evidence.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.util.function.Supplier;
import kz.zhospar.common.Language;
import kz.zhospar.evidence.EvidenceRefusal;
import kz.zhospar.evidence.EvidenceService;
import kz.zhospar.evidence.EvidenceSubject;

/** A link that makes a pack of evidence and sends it. */
class EvidenceLink extends Anchor {

    EvidenceLink(EvidenceService evidence, Language language, Supplier<EvidenceSubject> subject) {
        super(event -> send(evidence, language, subject, event), AttachmentType.DOWNLOAD, t("evidence.take"));
        addClassName("z-button");
    }

    private static void send(
            EvidenceService evidence, Language language, Supplier<EvidenceSubject> subject, DownloadEvent event)
            throws IOException {
        try {
            var pack = evidence.pack(subject.get(), language);
            event.setFileName(pack.name());
            event.setContentType("application/zip");
            event.getResponse().setHeader("X-Content-Type-Options", "nosniff");
            event.getResponse().setHeader("Cache-Control", "private, no-store");
            pack.writeTo(event.getOutputStream());
        } catch (EvidenceRefusal _) {
            event.getResponse().sendError(404, "Not found");
        }
    }
}
