package kz.zhospar.exchange.office;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import kz.zhospar.common.Language;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** A text document on A4 across, with numbered pages and one table, as offices hand it out. */
final class Paper implements AutoCloseable {

    /** In twentieths of a point: A4 across, two centimetres for the binding. */
    private static final int WIDTH = 16_838;

    private static final int HEIGHT = 11_906;
    private static final int BINDING = 1_134;
    private static final int MARGIN = 851;

    private static final String FONT = "Times New Roman";
    private static final int SMALL = 10;
    private static final int NORMAL = 12;
    private static final int LARGE = 14;

    /** How a piece of text stands out. */
    enum Mark {
        NONE,
        BOLD,
        GONE,
        COME
    }

    /** A piece of text in a cell. */
    record Piece(String text, Mark mark) {}

    private final XWPFDocument document = new XWPFDocument();
    private final List<Integer> widths;
    private final XWPFTable table;
    private boolean headed;

    /** @param shares of the columns in the width */
    Paper(Language language, String title, List<String> lines, List<Integer> shares) {
        var style = document.createStyles();
        style.setDefaultFonts(fonts());
        style.setSpellingLanguage(language.locale().toLanguageTag());
        page();
        pageNumbers();
        paragraph(title, LARGE, true, ParagraphAlignment.CENTER);
        lines.forEach(line -> paragraph(line, NORMAL, false, ParagraphAlignment.CENTER));
        paragraph("", SMALL, false, ParagraphAlignment.CENTER);
        var all = shares.stream().mapToInt(Integer::intValue).sum();
        var room = WIDTH - BINDING - MARGIN;
        widths = shares.stream().map(share -> room * share / all).toList();
        table = table();
    }

    private static CTFonts fonts() {
        var fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        fonts.setCs(FONT);
        fonts.setEastAsia(FONT);
        return fonts;
    }

    private void page() {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setOrient(STPageOrientation.LANDSCAPE);
        size.setW(BigInteger.valueOf(WIDTH));
        size.setH(BigInteger.valueOf(HEIGHT));
        var margins = section.addNewPgMar();
        margins.setLeft(BigInteger.valueOf(BINDING));
        margins.setRight(BigInteger.valueOf(MARGIN));
        margins.setTop(BigInteger.valueOf(MARGIN));
        margins.setBottom(BigInteger.valueOf(MARGIN));
        margins.setHeader(BigInteger.valueOf(MARGIN / 2));
        margins.setFooter(BigInteger.valueOf(MARGIN / 2));
    }

    private void pageNumbers() {
        var paragraph = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        var field = paragraph.getCTP().addNewFldSimple();
        field.setInstr("PAGE");
        field.addNewR().addNewT().setStringValue("1");
    }

    private void paragraph(String text, int points, boolean bold, ParagraphAlignment alignment) {
        var paragraph = document.createParagraph();
        paragraph.setAlignment(alignment);
        write(paragraph, new Piece(text, bold ? Mark.BOLD : Mark.NONE), points);
    }

    private XWPFTable table() {
        var made = document.createTable(1, widths.size());
        var properties = made.getCTTbl().getTblPr();
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        made.setWidth(widths.stream().mapToInt(Integer::intValue).sum());
        var grid = made.getCTTbl().getTblGrid() == null
                ? made.getCTTbl().addNewTblGrid()
                : made.getCTTbl().getTblGrid();
        for (int i = grid.sizeOfGridColArray(); i > 0; i--) {
            grid.removeGridCol(i - 1);
        }
        widths.forEach(width -> grid.addNewGridCol().setW(BigInteger.valueOf(width)));
        return made;
    }

    /** The headings of the columns, on every page anew, and the numbers of the columns below them. */
    void head(List<String> headings) {
        var row = row();
        row.setRepeatHeader(true);
        row.setCantSplitRow(true);
        for (int i = 0; i < headings.size(); i++) {
            var cell = cell(row, i);
            cell.setColor("E7ECEE");
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            var paragraph = cell.getParagraphs().getFirst();
            paragraph.setAlignment(ParagraphAlignment.CENTER);
            write(paragraph, new Piece(headings.get(i), Mark.BOLD), SMALL);
        }
    }

    /** A heading over the rows that follow, across the whole table. */
    void section(String text) {
        var row = table.createRow();
        for (int i = row.getTableCells().size(); i > 1; i--) {
            row.removeCell(i - 1);
        }
        row.setCantSplitRow(true);
        var cell = row.getCell(0);
        cell.getCTTc().addNewTcPr().addNewGridSpan().setVal(BigInteger.valueOf(widths.size()));
        var paragraph = cell.getParagraphs().getFirst();
        write(paragraph, new Piece(text, Mark.BOLD), SMALL);
        // Set last: it takes the paragraph's properties for granted.
        paragraph.setKeepNext(true);
    }

    /** A row: for each cell its paragraphs, each of some pieces. */
    void row(List<List<List<Piece>>> cells) {
        var row = row();
        for (int i = 0; i < cells.size(); i++) {
            fill(cell(row, i), cells.get(i));
        }
    }

    private static void fill(XWPFTableCell cell, List<List<Piece>> paragraphs) {
        for (int i = 0; i < paragraphs.size(); i++) {
            var paragraph = i == 0 ? cell.getParagraphs().getFirst() : cell.addParagraph();
            paragraphs.get(i).forEach(piece -> write(paragraph, piece, SMALL));
        }
    }

    private XWPFTableRow row() {
        if (headed) {
            var row = table.createRow();
            while (row.getTableCells().size() < widths.size()) {
                row.createCell();
            }
            return row;
        }
        headed = true;
        return table.getRow(0);
    }

    private XWPFTableCell cell(XWPFTableRow row, int index) {
        var cell = row.getCell(index);
        cell.setWidth(String.valueOf(widths.get(index)));
        return cell;
    }

    private static void write(XWPFParagraph paragraph, Piece piece, int points) {
        paragraph.setSpacingAfter(0);
        var run = paragraph.createRun();
        run.setFontFamily(FONT);
        run.setFontSize(points);
        switch (piece.mark()) {
            case NONE -> {}
            case BOLD -> run.setBold(true);
            case GONE -> run.setStrikeThrough(true);
            case COME -> {
                run.setBold(true);
                run.setUnderline(UnderlinePatterns.SINGLE);
            }
        }
        lines(run, OfficeText.clean(piece.text()));
    }

    private static void lines(XWPFRun run, String text) {
        var lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines[i], i);
        }
    }

    void write(OutputStream out) throws IOException {
        document.write(out);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
