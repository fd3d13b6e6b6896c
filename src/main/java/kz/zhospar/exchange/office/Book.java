package kz.zhospar.exchange.office;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Quantity;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * A workbook that is written row by row, so that a long one takes no more memory than a short one. Numbers and dates
 * are typed; a number that a spreadsheet could not keep exactly stays a text.
 */
final class Book implements AutoCloseable {

    private static final int ROWS_IN_MEMORY = 200;
    private static final int CHARACTER = 256;
    private static final int WIDEST = 255;
    private static final int LINE_POINTS = 15;
    private static final int TITLE_POINTS = 22;
    private static final int HIGHEST_POINTS = 405;
    private static final int COLUMNS_OF_A_WIDE_SHEET = 12;

    /** Spreadsheets count in binary and keep fifteen decimal digits. */
    private static final int EXACT_DIGITS = 15;

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
    private final Formats formats;
    private final Map<String, CellStyle> styles = new HashMap<>();

    Book(Formats formats) {
        this.formats = formats;
        // Otherwise even a small file would be of the kind for huge ones, which not every program opens.
        workbook.setZip64Mode(Zip64Mode.AsNeeded);
    }

    /** One column: its heading and how many characters of room it has. */
    record Column(String heading, int width) {}

    /** Begins a sheet with lines that say what it is. */
    Tab tab(String name, String title, List<String> lines) {
        return new Tab(workbook.createSheet(WorkbookUtil.createSafeSheetName(OfficeText.clean(name))), title, lines);
    }

    void write(OutputStream out) throws IOException {
        workbook.write(out);
    }

    /** Also removes the file in which the rows waited. */
    @Override
    public void close() throws IOException {
        workbook.close();
    }

    /** A sheet that is filled from top to bottom. */
    final class Tab {

        private final SXSSFSheet sheet;
        private int next;
        private int headed = -1;
        private List<Column> columns = List.of();

        private Tab(SXSSFSheet sheet, String title, List<String> lines) {
            this.sheet = sheet;
            var first = row();
            first.setHeightInPoints(TITLE_POINTS);
            text(first.createCell(0), title, "title");
            lines.forEach(line -> text(row().createCell(0), line, "line"));
            row();
            sheet.getPrintSetup().setLandscape(true);
            sheet.getPrintSetup().setFitHeight((short) 0);
            sheet.setFitToPage(true);
        }

        /** The headings, which stay in sight and on every printed page. */
        Tab head(List<Column> head) {
            headed = next;
            columns = head;
            sheet.getPrintSetup()
                    .setPaperSize(
                            head.size() > COLUMNS_OF_A_WIDE_SHEET ? PrintSetup.A3_PAPERSIZE : PrintSetup.A4_PAPERSIZE);
            var row = row();
            for (int i = 0; i < head.size(); i++) {
                sheet.setColumnWidth(i, Math.min(head.get(i).width(), WIDEST) * CHARACTER);
                text(row.createCell(i), head.get(i).heading(), "head");
            }
            sheet.createFreezePane(0, next);
            sheet.setRepeatingRows(new CellRangeAddress(headed, headed, 0, head.size() - 1));
            fit(row);
            return this;
        }

        /** A line of its own within the table. */
        void section(String text) {
            var row = row();
            row.setHeightInPoints(TITLE_POINTS);
            text(row.createCell(0), text, "section");
        }

        /** A row of values, each written as what it is; null leaves its cell empty. */
        void put(@Nullable Object... values) {
            var row = row();
            for (int i = 0; i < values.length; i++) {
                if (values[i] != null) {
                    write(row.createCell(i), values[i]);
                }
            }
            fit(row);
        }

        /** Gives a row the height that its longest cell needs; not every program does so by itself. */
        private void fit(Row row) {
            int lines = 1;
            for (var cell : row) {
                if (cell.getCellType() == CellType.STRING) {
                    lines = Math.max(lines, lines(cell.getStringCellValue(), columns.get(cell.getColumnIndex())));
                }
            }
            row.setHeightInPoints(Math.min(lines * LINE_POINTS, HIGHEST_POINTS));
        }

        /** How many lines a text takes; words leave some of the room empty. */
        private static int lines(String text, Column column) {
            return text.lines()
                    .mapToInt(line -> 1 + line.length() / Math.max(1, column.width() - 2))
                    .sum();
        }

        /** Lets the reader choose rows by their values. */
        void end() {
            if (headed >= 0 && next > headed + 1) {
                sheet.setAutoFilter(new CellRangeAddress(headed, next - 1, 0, columns.size() - 1));
            }
        }

        private Row row() {
            return sheet.createRow(next++);
        }
    }

    private void write(Cell cell, Object value) {
        switch (value) {
            case Quantity quantity
            when quantity.isNumber() && quantity.prefix().isEmpty() -> number(cell, quantity.number());
            case Quantity quantity -> text(cell, formats.quantity(quantity), "text");
            case BigDecimal number -> number(cell, number);
            case Integer number -> whole(cell, number);
            case Long number -> whole(cell, number);
            case LocalDate day -> {
                cell.setCellValue(day);
                cell.setCellStyle(style("day"));
            }
            case Instant moment -> {
                cell.setCellValue(LocalDateTime.ofInstant(moment, Formats.ZONE));
                cell.setCellStyle(style("moment"));
            }
            default -> text(cell, value.toString(), "text");
        }
    }

    private void number(Cell cell, BigDecimal number) {
        if (number.stripTrailingZeros().precision() > EXACT_DIGITS) {
            text(cell, formats.number(number), "text");
        } else {
            cell.setCellValue(number.doubleValue());
            cell.setCellStyle(style(number.scale() <= 0 ? "#,##0" : "#,##0." + "0".repeat(number.scale())));
        }
    }

    private void whole(Cell cell, long number) {
        cell.setCellValue(number);
        cell.setCellStyle(style("0"));
    }

    private void text(Cell cell, String text, String style) {
        var clean = OfficeText.cell(text);
        cell.setCellValue(clean);
        cell.setCellStyle(style(OfficeText.looksLikeFormula(clean) ? style + " quoted" : style));
    }

    /** A workbook takes only so many styles, so each is made once. */
    private CellStyle style(String name) {
        return styles.computeIfAbsent(name, this::newStyle);
    }

    private CellStyle newStyle(String name) {
        var style = workbook.createCellStyle();
        style.setVerticalAlignment(VerticalAlignment.TOP);
        // As if it had been typed after an apostrophe: shown as it is, and never taken for a formula.
        style.setQuotePrefixed(name.endsWith(" quoted"));
        switch (name.replace(" quoted", "")) {
            case "title" -> bold(style, 14);
            case "line" -> {}
            case "section" -> bold(style, 11);
            case "text" -> style.setWrapText(true);
            case "head" -> head(style);
            case "day" -> format(style, "dd.mm.yyyy");
            case "moment" -> format(style, "dd.mm.yyyy hh:mm");
            default -> format(style, name);
        }
        return style;
    }

    private void format(CellStyle style, String format) {
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
    }

    private void bold(CellStyle style, int points) {
        var font = workbook.createFont();
        font.setBold(true);
        font.setFontHeightInPoints((short) points);
        style.setFont(font);
    }

    private void head(CellStyle style) {
        bold(style, 11);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setBorderBottom(BorderStyle.THIN);
    }
}
