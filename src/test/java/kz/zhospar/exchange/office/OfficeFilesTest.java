package kz.zhospar.exchange.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Language;
import kz.zhospar.common.Quantity;
import kz.zhospar.exchange.office.Book.Column;
import kz.zhospar.exchange.office.Paper.Mark;
import kz.zhospar.exchange.office.Paper.Piece;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.xml.sax.SAXException;

/** Files are read again with the library of the office, and their XML with the JDK's parser. */
class OfficeFilesTest {

    private static final Formats RUSSIAN = new Formats(Language.RU);
    private static final int ABOVE = 4;

    @Provide
    Arbitrary<String> hostile() {
        var pieces = Arbitraries.of(
                "=cmd|' /C calc'!A0",
                "+1",
                "-2",
                "@SUM(A1)",
                "\t=1+1",
                "<b>x</b>",
                "&amp;",
                "]]>",
                "\u0000",
                "\u0007",
                "\u001F",
                "\uFFFE",
                "\uFFFF",
                "\uD83D",
                "\uDE00",
                "😀",
                "_x0041_",
                "_x000D_",
                "\r\n",
                "\u2028",
                "Жоспар, «кавычки»",
                " ",
                "'");
        return pieces.list().ofMinSize(1).ofMaxSize(6).map(list -> String.join("", list));
    }

    @Property(tries = 60)
    void keepsAHostileTextAsTextInACell(@ForAll("hostile") String text) throws Exception {
        var file = book(text);

        assertWellFormed(file);
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var cell = workbook.getSheetAt(0).getRow(ABOVE).getCell(0);
            assertThat(cell.getCellType()).isIn(CellType.STRING, CellType.BLANK);
            assertThat(cell.getStringCellValue()).isEqualTo(OfficeText.clean(text));
            if ("=+-@".indexOf(text.charAt(0)) >= 0) {
                assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
            }
        }
    }

    @Property(tries = 40)
    void keepsAHostileTextAsTextInADocument(@ForAll("hostile") String text) throws Exception {
        var file = paper(text);

        assertWellFormed(file);
        try (var document = new XWPFDocument(new ByteArrayInputStream(file))) {
            var cell = document.getTables().getFirst().getRow(2).getCell(1);
            assertThat(cell.getText()).isEqualTo(OfficeText.clean(text));
        }
    }

    @Property(tries = 2000)
    void leavesNothingThatXmlForbids(@ForAll String text) {
        var clean = OfficeText.clean(text);

        assertThat(clean.codePoints())
                .allMatch(point -> point == 9
                        || point == 10
                        || point >= 0x20 && point < 0xD800
                        || point >= 0xE000 && point <= 0xFFFD
                        || point >= 0x10000);
        assertThat(OfficeText.clean(clean)).isEqualTo(clean);
    }

    @Example
    void endsATextThatNoCellHolds() throws Exception {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(book("Ж".repeat(40_000))))) {
            assertThat(workbook.getSheetAt(0).getRow(ABOVE).getCell(0).getStringCellValue())
                    .hasSize(32_767)
                    .endsWith("Ж…");
        }
    }

    @Example
    void typesNumbersAndMoments() throws Exception {
        var moment = Instant.parse("2026-03-01T20:30:00Z");
        var file = book(
                Quantity.of("1996.50"),
                Quantity.parse("≤10,5").orElseThrow(),
                Quantity.DASH,
                new BigDecimal("-0.1"),
                new BigDecimal("12345678901234567890.12"),
                2024,
                LocalDate.of(2026, 3, 1),
                moment,
                null);

        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var row = workbook.getSheetAt(0).getRow(ABOVE);
            assertThat(row.getCell(0).getNumericCellValue()).isEqualTo(1996.5);
            assertThat(row.getCell(0).getCellStyle().getDataFormatString()).isEqualTo("#,##0.00");
            assertThat(row.getCell(1).getStringCellValue()).isEqualTo("≤10,5");
            assertThat(row.getCell(2).getStringCellValue()).isEqualTo("-");
            assertThat(row.getCell(3).getNumericCellValue()).isEqualTo(-0.1);
            assertThat(digits(row, 4)).isEqualTo("12345678901234567890,12");
            assertThat(row.getCell(5).getNumericCellValue()).isEqualTo(2024);
            assertThat(DateUtil.isCellDateFormatted(row.getCell(6))).isTrue();
            assertThat(row.getCell(6).getLocalDateTimeCellValue()).hasToString("2026-03-01T00:00");
            assertThat(row.getCell(7).getLocalDateTimeCellValue()).hasToString("2026-03-02T01:30");
            assertThat(row.getCell(8)).isNull();
        }
    }

    @Example
    void freezesTheHeadingsAndRepeatsThemOnPaper() throws Exception {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(book("текст")))) {
            var sheet = workbook.getSheetAt(0);
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) ABOVE);
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("4:4");
            assertThat(sheet.getColumnWidth(0)).isEqualTo(20 * 256);
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).startsWith("A4");
        }
    }

    @Example
    void laysADocumentAcrossWithHeadingsOnEveryPageAndPageNumbers() throws Exception {
        try (var document = new XWPFDocument(new ByteArrayInputStream(paper("текст")))) {
            var size = document.getDocument().getBody().getSectPr().getPgSz();
            assertThat(size.getOrient()).hasToString("landscape");
            assertThat(document.getTables().getFirst().getRow(0).isRepeatHeader())
                    .isTrue();
            assertThat(document.getFooterList().getFirst()._getHdrFtr().xmlText())
                    .contains("PAGE");
            assertThat(document.getTables().getFirst().getRow(1).getTableCells())
                    .hasSize(1);
        }
    }

    @Example
    void marksWhereTwoWordingsPart() {
        assertThat(TextDifference.of("ремонт старых дорог города", "ремонт новых дорог города"))
                .isEqualTo(new TextDifference("ремонт ", "старых", "новых", " дорог города"));
        assertThat(TextDifference.of("10", "12")).isEqualTo(new TextDifference("", "10", "12", ""));
        assertThat(TextDifference.of("а а", "а а а")).isEqualTo(new TextDifference("а а", "", " а", ""));
    }

    @Property(tries = 1000)
    void losesNoWordOfTwoWordings(@ForAll("wordings") String before, @ForAll("wordings") String after) {
        var difference = TextDifference.of(before, after);

        assertThat(difference.beginning() + difference.before() + difference.end())
                .isEqualTo(before);
        assertThat(difference.beginning() + difference.after() + difference.end())
                .isEqualTo(after);
    }

    @Provide
    Arbitrary<String> wordings() {
        return Arbitraries.of("а", "б", " ", "\n", "дорог").list().ofMaxSize(8).map(list -> String.join("", list));
    }

    private static String digits(XSSFRow row, int cell) {
        return row.getCell(cell).getStringCellValue().replaceAll("[\\s\\u00a0\\u202f]", "");
    }

    private static byte[] book(Object... values) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Book(RUSSIAN)) {
            var tab = book.tab("Лист: [1]", "Заголовок", List.of("Строка"))
                    .head(Collections.nCopies(9, new Column("Столбец", 20)));
            tab.put(values);
            tab.end();
            book.write(out);
        }
        return out.toByteArray();
    }

    private static byte[] paper(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var paper = new Paper(Language.KK, text, List.of(text), List.of(1, 3))) {
            paper.head(List.of("№", text));
            paper.section(text);
            paper.row(List.of(List.of(), List.of(List.of(new Piece(text, Mark.GONE)))));
            paper.write(out);
        }
        return out.toByteArray();
    }

    private static void assertWellFormed(byte[] file) throws Exception {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels")) {
                    parse(zip.readAllBytes());
                }
            }
        }
    }

    private static void parse(byte[] xml) throws Exception {
        try {
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (SAXException e) {
            throw new AssertionError("Not well-formed", e);
        }
    }
}
