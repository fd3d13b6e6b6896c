package kz.zhospar.evidence.internal;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import kz.zhospar.common.Language;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The report of a pack as PDF, with its own fonts, so that it looks the same everywhere. */
@Component
class Report {

    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    Report() {}

    byte[] pdf(Dossier dossier, Language language) throws IOException {
        var out = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        font(builder, "LiberationSans-Regular", REGULAR);
        font(builder, "LiberationSans-Bold", BOLD);
        builder.withHtmlContent(new ReportPage(dossier, language).html(), null);
        builder.toStream(out);
        builder.run();
        return out.toByteArray();
    }

    private static void font(PdfRendererBuilder builder, String file, int weight) {
        FSSupplier<InputStream> font = () -> {
            try {
                return new ClassPathResource("liberation/" + file + ".ttf").getInputStream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        builder.useFont(font, "Report", weight, FontStyle.NORMAL, true);
    }
}
