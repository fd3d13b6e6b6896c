package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.upload.UploadI18N;
import java.util.List;

/** What the field for files says. */
final class UploadWords {

    private UploadWords() {}

    static UploadI18N inReadersLanguage() {
        return new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles().setOne(t("request.upload.add")))
                .setDropFiles(new UploadI18N.DropFiles().setOne(t("request.upload.drop")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(t("request.upload.one"))
                        .setFileIsTooBig(t("request.upload.too-big"))
                        .setIncorrectFileType(t("request.upload.kind")))
                .setFile(new UploadI18N.File()
                        .setRetry(t("request.upload.retry"))
                        .setStart(t("request.upload.start"))
                        .setRemove(t("request.upload.remove")))
                .setUploading(uploading())
                .setUnits(List.of(
                        t("request.upload.unit.b"),
                        t("request.upload.unit.kb"),
                        t("request.upload.unit.mb"),
                        t("request.upload.unit.gb")));
    }

    private static UploadI18N.Uploading uploading() {
        var failed = t("request.upload.failed");
        return new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(t("request.upload.connecting"))
                        .setStalled(t("request.upload.stalled"))
                        .setProcessing(t("request.upload.processing"))
                        .setHeld(t("request.upload.held")))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                        .setPrefix(t("request.upload.left"))
                        .setUnknown(t("request.upload.left-unknown")))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(failed)
                        .setUnexpectedServerError(failed)
                        .setForbidden(failed)
                        .setFileTooLarge(t("request.upload.too-big")));
    }
}
