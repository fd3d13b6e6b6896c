package kz.zhospar.exchange;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.testSecurityContext;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import kz.zhospar.change.Basis;
import kz.zhospar.change.DraftService;
import kz.zhospar.common.Language;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.Funding;
import kz.zhospar.plan.Goal;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.PlanService;
import kz.zhospar.seal.SealService;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.ZhosparTest;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The files that people take along, as they come through the security chain, read again. */
@ZhosparTest(properties = "zhospar.test=documents")
class DocumentsModuleTest {

    private static final String HOSTILE = "=cmd|' /C calc'!A0 <b>x</b> \u0007\u001F & 😀";
    private static final int ABOVE_PLAN = 6;

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private PlanService plans;

    @Autowired
    private DraftService writing;

    @Autowired
    private SealService seals;

    private Drafts drafts;
    private MockMvc mvc;

    @BeforeEach
    void connect() {
        drafts = new Drafts(application);
        mvc = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        as(person("auditor"), () -> seals.sealNow());
    }

    /** What every document says of the newest seal. */
    private String seal(String language) {
        return seals.line(Language.of(language)).orElseThrow();
    }

    @Test
    void writesEveryChangeIntoTheWorkbook() throws Exception {
        var before = plans.current().revision();
        var number = hostile();
        var response = get("auditor", "/documents/comparison.xlsx?from=%d&to=current".formatted(before));

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("Content-Disposition")).contains("attachment", "UTF-8");
        assertThat(response.getHeader("Cache-Control")).contains("no-store");
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(2);
            var text = text(workbook.getSheet("Изменения"));
            assertThat(text)
                    .contains(
                            "Было: редакция № " + before,
                            "Стало: действующая редакция № " + plans.current().revision(),
                            "auditor",
                            seal("ru"),
                            "=cmd|' /C calc'!A0 <b>x</b>  & 😀",
                            "Запрос № " + number,
                            "Добавлено");
            assertNoFormulas(workbook.getSheet("Изменения"));
            assertThat(workbook.getSheet("Изменения").getPaneInformation().isFreezePane())
                    .isTrue();
            assertThat(text(workbook.getSheet("Итоги"))).contains("Добавлено: Мероприятие", "Изменено значений");
        }
    }

    @Test
    void writesTheTotalsOfMoneyExactly() throws Exception {
        var before = plans.current().revision();
        var goal = goalOf("ut");
        var funding = goal.funding().stream()
                .filter(one -> !one.amounts().isEmpty())
                .findFirst()
                .orElseThrow();
        var year = funding.amounts().firstKey();
        var amount = funding.amounts().get(year).number();
        var raised = amount.add(new BigDecimal("0.125"));
        apply(
                "ut",
                "Деньги",
                draft -> writing.edit(draft, funding.ref(), Field.of(Attribute.AMOUNT, year), Quantity.of(raised)));

        var response = get("economy", "/documents/comparison.xlsx?from=%d&to=current".formatted(before));

        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            var sheet = workbook.getSheet("Итоги");
            var last = sheet.getRow(sheet.getLastRowNum());
            assertThat(last.getCell(1).getNumericCellValue()).isEqualTo(year.doubleValue());
            assertThat(last.getCell(4).getNumericCellValue()).isEqualTo(0.125);
        }
    }

    @Test
    void writesTheTableForTheMaslikhatInTheLanguageAskedFor() throws Exception {
        var before = plans.current().revision();
        var number = hostile();

        for (var language : List.of("ru", "kk", "en")) {
            var response = get(
                    "economy", "/documents/comparison.docx?from=%d&to=current&language=%s".formatted(before, language));
            try (var document = new XWPFDocument(new ByteArrayInputStream(response.getContentAsByteArray()))) {
                var table = document.getTables().getFirst();
                assertThat(table.getRow(0).getTableCells()).hasSize(5);
                assertThat(table.getRow(0).getCell(2).getText())
                        .isEqualTo(
                                switch (language) {
                                    case "ru" -> "Действующая редакция";
                                    case "kk" -> "Қолданыстағы редакция";
                                    default -> "Current wording";
                                });
                assertThat(table.getText())
                        .contains("=cmd|' /C calc'!A0 <b>x</b>  & 😀", String.valueOf(number), "Обоснование");
                assertThat(document.getTables().getFirst().getRow(0).isRepeatHeader())
                        .isTrue();
                assertThat(document.getParagraphs())
                        .extracting(XWPFParagraph::getText)
                        .contains(seal(language));
            }
        }
    }

    @Test
    void keepsToTheFilterOfThePage() throws Exception {
        var before = plans.current().revision();
        drafts.applied("uoz", "Здоровье");
        drafts.applied("ut", "Транспорт");

        var all = rows(get("auditor", "/documents/comparison.xlsx?from=%d&to=current".formatted(before)));
        var some =
                rows(get("auditor", "/documents/comparison.xlsx?from=%d&to=current&person=ut-head".formatted(before)));

        assertThat(all).isEqualTo(2);
        assertThat(some).isEqualTo(1);
    }

    @Test
    void givesThePlanToEverybodyButARequestOnlyToItsReaders() throws Exception {
        var number = drafts.submitted("uoz", "Закрытое");
        var request = "/documents/comparison.docx?request=" + number;

        assertThat(get("uoz-official", request).getStatus()).isEqualTo(200);
        for (var account : List.of("ut-official", "admin")) {
            assertThat(get(account, request).getStatus()).as(account).isEqualTo(303);
            assertThat(get(account, "/documents/comparison.xlsx").getStatus())
                    .as(account)
                    .isEqualTo(200);
        }
        var nobody = mvc.perform(MockMvcRequestBuilders.get(URI.create("/documents/comparison.xlsx")))
                .andReturn()
                .getResponse();
        assertThat(nobody.getStatus()).isNotEqualTo(200);
        assertThat(nobody.getContentAsByteArray()).isEmpty();
    }

    @Test
    void sendsToThePageThatSaysWhyThereIsNothing() throws Exception {
        var response = get("auditor", "/documents/comparison.xlsx?from=999999&to=current&text=%3Cb%3E%26x");

        assertThat(response.getStatus()).isEqualTo(303);
        assertThat(response.getHeader("Location")).isEqualTo("/audit/compare?from=999999&to=current&text=%3Cb%3E%26x");
    }

    @Test
    void writesTheWholePlanAsItIsAndAsItWas() throws Exception {
        var tree = plans.current().tree();
        var first = get(null, ApiClient.PLAN + ".xlsx");
        var field = drafts.freshField("uoz");
        apply("uoz", "Новое", draft -> writing.edit(draft, drafts.series("uoz").ref(), field, Quantity.of("8123.75")));
        var now = get(null, ApiClient.PLAN + ".xlsx");
        var then = get(null, ApiClient.PLAN + ".xlsx?revision=1&language=kk");

        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(first.getContentAsByteArray()))) {
            assertThat(workbook.getSheet("Показатели").getLastRowNum() + 1 - ABOVE_PLAN)
                    .isEqualTo((int) tree.goals().flatMap(Goal::series).count());
            assertThat(workbook.getSheet("Мероприятия").getLastRowNum() + 1 - ABOVE_PLAN)
                    .isEqualTo((int) tree.goals().flatMap(Goal::allActions).count());
            var funding = new ArrayList<Funding>(tree.passport());
            tree.goals().forEach(goal -> funding.addAll(goal.funding()));
            assertThat(workbook.getSheet("Финансирование").getLastRowNum() + 1 - ABOVE_PLAN)
                    .isEqualTo(funding.size());
            workbook.forEach(sheet -> assertNoFormulas((XSSFSheet) sheet));
        }
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(now.getContentAsByteArray()))) {
            assertThat(numbers(workbook.getSheet("Показатели"))).contains(8123.75);
        }
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(then.getContentAsByteArray()))) {
            assertThat(numbers(workbook.getSheet("Көрсеткіштер"))).doesNotContain(8123.75);
            assertThat(text(workbook.getSheet("Көрсеткіштер"))).contains(seal("kk"));
        }
        assertThat(get(null, ApiClient.PLAN + ".xlsx?revision=999999").getStatus())
                .isEqualTo(404);
        assertThat(get(null, "/api/v1/plans/other.xlsx").getStatus()).isEqualTo(404);
    }

    /** An applied request that adds an action with a title as nobody should write it. */
    private long hostile() {
        var goal = goalOf("uoz");
        return apply("uoz", "Враждебный текст", draft -> {
            var ref = new ItemRef(ItemType.ACTION, UUID.randomUUID());
            writing.propose(
                    draft,
                    List.of(new Change.Add(Item.of(ref)
                            .put(Attribute.PARENT, goal.ref().id())
                            .put(Attribute.NUMBER, 900 + (int) (plans.current().revision() % 90))
                            .put(Attribute.TITLE, LocalizedText.of(HOSTILE))
                            .build())));
            writing.edit(draft, drafts.series("uoz").ref(), drafts.freshField("uoz"), Quantity.of("3.5"));
        });
    }

    private Goal goalOf(String body) {
        return plans.current().tree().goalOf(drafts.series(body).ref()).orElseThrow();
    }

    /** What a draft is filled with. */
    private interface Writing {
        void into(long draft);
    }

    private long apply(String body, String title, Writing work) {
        var number = as(person(body + "-official"), () -> {
            var draft = writing.open();
            writing.describe(draft, title, "Обоснование: " + HOSTILE, Basis.named("Протокол " + HOSTILE));
            work.into(draft);
            writing.submit(draft);
            return draft;
        });
        drafts.approveAll(number);
        return number;
    }

    private MockHttpServletResponse get(@Nullable String account, String address) throws Exception {
        if (account == null) {
            return send(address);
        }
        return as(person(account), () -> {
            TestSecurityContextHolder.setContext(SecurityContextHolder.getContext());
            try {
                return send(address);
            } finally {
                TestSecurityContextHolder.clearContext();
            }
        });
    }

    private MockHttpServletResponse send(String address) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get(URI.create(address)).with(testSecurityContext()))
                .andReturn()
                .getResponse();
    }

    private static int rows(MockHttpServletResponse response) throws Exception {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            var sheet = workbook.getSheet("Изменения");
            var above = sheet.getPaneInformation().getHorizontalSplitPosition();
            return sheet.getLastRowNum() + 1 - above;
        }
    }

    private static String text(XSSFSheet sheet) {
        var text = new StringBuilder();
        cells(sheet).forEach(cell -> {
            if (cell.getCellType() == CellType.STRING) {
                text.append(cell.getStringCellValue()).append('\n');
            }
        });
        return text.toString();
    }

    private static List<Double> numbers(XSSFSheet sheet) {
        return cells(sheet).stream()
                .filter(cell -> cell.getCellType() == CellType.NUMERIC)
                .map(Cell::getNumericCellValue)
                .toList();
    }

    private static void assertNoFormulas(XSSFSheet sheet) {
        assertThat(cells(sheet)).noneMatch(cell -> cell.getCellType() == CellType.FORMULA);
    }

    private static List<Cell> cells(XSSFSheet sheet) {
        return StreamSupport.stream(sheet.spliterator(), false)
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                .toList();
    }
}
