package kz.zhospar.testing;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes histories as they would stand in the tables, at moments of a test's choosing: rows and audit rows alike, only
 * ever added to the audit.
 */
public record PastHistory(JdbcClient jdbc) {

    private static final int ADDED = 0;
    private static final int CHANGED = 1;
    private static final int DELETED = 2;

    /** @param at the city's time, {@code 2031-03-03T10:00} */
    public long revision(String kind, String at, @Nullable Long request) {
        var number = next("revision_number");
        jdbc.sql("""
                        insert into revision (number, committed_at, kind, account, person, position, body, request_number, reason)
                        values (:number, :at, :kind, 'akim-office', 'Сейтова А.', 'akim-office', null, :request, 'Обоснование')
                        """)
                .param("number", number)
                .param("at", moment(at))
                .param("kind", kind)
                .param("request", request)
                .update();
        return number;
    }

    public long applied(String at, @Nullable Long request) {
        return revision("APPLY", at, request);
    }

    private static OffsetDateTime moment(String at) {
        return LocalDateTime.parse(at).atZone(Formats.ZONE).toInstant().atOffset(ZoneOffset.UTC);
    }

    private long next(String sequence) {
        return jdbc.sql("select nextval('" + sequence + "')").query(Long.class).single();
    }

    /** States a value; null takes it away. */
    public void state(long revision, ItemRef row, Field field, @Nullable String value) {
        var id = UUID.nameUUIDFromBytes((row.id() + "/" + field).getBytes(StandardCharsets.UTF_8));
        var isThere = jdbc.sql("select count(*) from series_value where id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single()
                > 0;
        if (value == null) {
            copy("series_value", id, revision, DELETED);
            jdbc.sql("delete from series_value where id = :id").param("id", id).update();
            return;
        }
        var quantity = Quantity.parse(value).orElseThrow();
        jdbc.sql("""
                        insert into series_value (id, version, item_id, year, comparison, number, text, attribute)
                        values (:id, 0, :item, :year, :comparison, :number, :text, :attribute)
                        on conflict (id) do update set comparison = excluded.comparison, number = excluded.number,
                            text = excluded.text, version = series_value.version + 1
                        """)
                .param("id", id)
                .param("item", row.id())
                .param("year", field.year())
                .param("comparison", quantity.comparison().symbol())
                .param("number", quantity.number())
                .param("text", quantity.text())
                .param("attribute", field.attribute().name())
                .update();
        copy("series_value", id, revision, isThere ? CHANGED : ADDED);
    }

    /** The audit row that tells of a row as it is now. */
    private void copy(String table, UUID id, long revision, int type) {
        var columns =
                jdbc.sql("""
                        select string_agg(column_name, ', ') from information_schema.columns
                        where table_name = :table and column_name not in ('rev', 'revtype')
                        """).param("table", table + "_aud").query(String.class).single();
        jdbc.sql("insert into %s_aud (rev, revtype, %s) select :rev, :type, %s from %s where id = :id"
                        .formatted(table, columns, columns, table))
                .param("rev", revision)
                .param("type", type)
                .param("id", id)
                .update();
    }

    public void better(long revision, ItemRef row, @Nullable String better) {
        jdbc.sql("update series set better = :better where id = :id")
                .param("better", better)
                .param("id", row.id())
                .update();
        copy("series", row.id(), revision, CHANGED);
    }

    /** A request of a body's official in review, begun in a revision of its own; gives its number. */
    public long request(String at, String body, @Nullable Long origin) {
        var number = next("change_request_number");
        var id = requestId(number);
        jdbc.sql("""
                        insert into change_request (id, version, number, title, justification, basis_name, state, round,
                            author_account, author_name, author_position, author_body, writer_account, writer_name,
                            writer_position, writer_body, stages, step, created_at, edited_at, submitted_at, closed_at,
                            content_hash, risk, route_edition, origin, hands)
                        values (:id, 0, :number, 'Запрос', 'Обоснование', 'Постановление', 'WITHDRAWN', 1,
                            :account, :account, 'official', :body, :account, :account, 'official', :body,
                            'HEAD:3', 0, :at, :at, :at, :at, 'hash', 'HIGH', 1, :origin, '')
                        """)
                .param("id", id)
                .param("number", number)
                .param("account", body + "-official")
                .param("body", body)
                .param("at", moment(at))
                .param("origin", origin)
                .update();
        copy("change_request", id, revision("DRAFT", at, number), ADDED);
        return number;
    }

    public static UUID requestId(long number) {
        return new UUID(7, number);
    }

    /** The request proposes a value. */
    public void propose(String at, long request, ItemRef row, Field field, String value) {
        var id = UUID.nameUUIDFromBytes((request + "/" + row + "/" + field).getBytes(StandardCharsets.UTF_8));
        var isThere = jdbc.sql("select count(*) from proposed_change where id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single()
                > 0;
        jdbc.sql("""
                        insert into proposed_change (id, version, request_id, position, kind, item_type, item_id, attribute, year, value)
                        values (:id, 0, :request, 0, 'EDIT', 'SERIES', :item, :attribute, :year, :value)
                        on conflict (id) do update set value = excluded.value
                        """)
                .param("id", id)
                .param("request", requestId(request))
                .param("item", row.id())
                .param("attribute", field.attribute().name())
                .param("year", field.year())
                .param("value", "\"" + value + "\"")
                .update();
        copy("proposed_change", id, revision("DRAFT", at, request), isThere ? CHANGED : ADDED);
    }

    public void submit(String at, long request, int round) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into submission (id, request_id, round, title, justification, basis_name, basis_number,
                            changes, content_hash, submitted_at)
                        values (:id, :request, :round, 'Запрос', 'Обоснование', '', '', '[]', 'hash', :at)
                        """)
                .param("id", id)
                .param("request", requestId(request))
                .param("round", round)
                .param("at", moment(at))
                .update();
        copy("submission", id, revision("DECISION", at, request), ADDED);
    }

    /** Somebody had the content before him. */
    public void view(String at, long request, String account, String hash) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into viewing (id, request_id, round, content_hash, person_account, person_name,
                            person_position, viewed_at)
                        values (:id, :request, 1, :hash, :account, :account, 'head', :at)
                        """)
                .param("id", id)
                .param("request", requestId(request))
                .param("hash", hash)
                .param("account", account)
                .param("at", moment(at))
                .update();
        if (isTable("viewing_aud")) {
            copy("viewing", id, revision("READING", at, request), ADDED);
        }
    }

    /** A decision of somebody, for himself or as a substitute. */
    public long decide(
            String at,
            long request,
            int round,
            String step,
            String verdict,
            String account,
            @Nullable String principal) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into decision (id, request_id, round, step, verdict, reason, person_account, person_name,
                            person_position, principal_account, principal_name, principal_position, decided_at,
                            content_hash)
                        values (:id, :request, :round, :step, :verdict, '', :account, :account, 'head',
                            :principal, :principal, :position, :at, 'hash')
                        """)
                .param("id", id)
                .param("request", requestId(request))
                .param("round", round)
                .param("step", step)
                .param("verdict", verdict)
                .param("account", account)
                .param("principal", principal)
                .param("position", principal == null ? null : "economy")
                .param("at", moment(at))
                .update();
        var revision = revision("DECISION", at, request);
        copy("decision", id, revision, ADDED);
        return revision;
    }

    /** A reporting period of one indicator; all of them where none is named. */
    public UUID period(int year, String opens, String closes, @Nullable UUID indicator) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into reporting_campaign (id, version, number, title, year, opens, due, closes, threshold, scope)
                        values (:id, 0, nextval('reporting_campaign_number'), :title, :year, :opens, :opens, :closes, 10, :scope)
                        """)
                .param("id", id)
                .param("title", "Факты за " + year)
                .param("year", year)
                .param("opens", LocalDate.parse(opens))
                .param("closes", LocalDate.parse(closes))
                .param("scope", indicator == null ? "all" : ";" + indicator)
                .update();
        copy("reporting_campaign", id, revision("ADMINISTRATION", opens + "T09:00", null), ADDED);
        return id;
    }

    /** Leave for a body to report after closing. */
    public void allow(UUID period, String body, String until) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into reporting_exception (id, version, campaign_id, body, reason, until, state,
                            asked_by_account, asked_by_name, asked_by_position, asked_at, decided_by_account,
                            decided_by_name, decided_by_position, decided_at, decision_reason)
                        values (:id, 0, :period, :body, 'Задержка', :until, 'GRANTED', 'x', 'x', 'head', now(),
                            'economy', 'Ким Е.', 'economy', now(), '')
                        """)
                .param("id", id)
                .param("period", period)
                .param("body", body)
                .param("until", LocalDate.parse(until))
                .update();
        copy("reporting_exception", id, revision("DECISION", until + "T09:00", null), ADDED);
    }

    /** Says where a fact comes from. */
    public void preliminary(long revision, ItemRef row, int year) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into series_provenance (id, version, item_id, year, source, preliminary, comment)
                        values (:id, 0, :item, :year, '', true, '')
                        """)
                .param("id", id)
                .param("item", row.id())
                .param("year", year)
                .update();
        copy("series_provenance", id, revision, ADDED);
    }

    private boolean isTable(String name) {
        return jdbc.sql("select to_regclass(:name) is not null")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }
}
