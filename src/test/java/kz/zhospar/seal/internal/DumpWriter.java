package kz.zhospar.seal.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a database as pg_dump does in its plain format, with the things that a reader can stumble on. */
final class DumpWriter {

    private final JdbcClient jdbc;
    private final Chain chain;

    DumpWriter(JdbcClient jdbc, Chain chain) {
        this.jdbc = jdbc;
        this.chain = chain;
    }

    void write(Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            line(out, """
                    --
                    -- PostgreSQL database dump; it's complete
                    --

                    \\restrict 3nfHRd8yXwqYVbCzqB1b0uY4WlY1G3LZvX0h4HcHT5QmWb2rQkzrE3V7pQy0S4F

                    SET statement_timeout = 0;
                    SET client_encoding = 'UTF8';
                    SET standard_conforming_strings = on;
                    SELECT pg_catalog.set_config('search_path', '', false);
                    SET row_security = off;

                    CREATE FUNCTION public.refuse() RETURNS trigger
                        LANGUAGE plpgsql
                        AS $_$
                    begin
                        -- it's only; ever added to
                        raise exception 'append-only; %', $$no$$;
                    end
                    $_$;

                    ALTER FUNCTION public.refuse() OWNER TO somebody_else;
                    /* a comment; with 'quotes /* nested */ */
                    SET default_tablespace = '';
                    """);
            for (var table : tables()) {
                create(out, table);
            }
            for (var table : tables()) {
                copy(out, table);
            }
            for (var table : tables()) {
                constraints(out, table);
            }
            line(out, """
                    COMMENT ON TABLE public.revision IS 'append-only: it''s; sealed';
                    CREATE TRIGGER refuse BEFORE UPDATE ON public.revision FOR EACH ROW EXECUTE FUNCTION public.refuse();
                    GRANT SELECT,INSERT ON TABLE public.revision TO somebody_else;
                    ALTER DEFAULT PRIVILEGES FOR ROLE somebody_else GRANT ALL ON TABLES TO somebody_else;

                    --
                    -- PostgreSQL database dump complete
                    --

                    \\unrestrict 3nfHRd8yXwqYVbCzqB1b0uY4WlY1G3LZvX0h4HcHT5QmWb2rQkzrE3V7pQy0S4F
                    """);
        }
    }

    private List<String> tables() {
        return jdbc.sql("select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"
                        + " order by relname")
                .query(String.class)
                .list();
    }

    private void create(OutputStream out, String table) throws IOException {
        var columns = jdbc.sql("""
                        select string_agg('    ' || quote_ident(attname) || ' ' || format_type(atttypid, atttypmod)
                            || case when attcollation <> 0 and attcollation <> (
                                    select typcollation from pg_type where oid = atttypid)
                                then ' COLLATE pg_catalog."C"' else '' end
                            || case when attnotnull then ' NOT NULL' else '' end, E',\n' order by attnum)
                        from pg_attribute where attrelid = ?::regclass and attnum > 0 and not attisdropped""").param("public." + table).query(String.class).single();
        line(
                out,
                "CREATE TABLE public.%s (\n%s\n);\n\nALTER TABLE public.%1$s OWNER TO zhospar_owner;\n"
                        .formatted(table, columns));
    }

    private void copy(OutputStream out, String table) throws IOException {
        var columns = jdbc.sql("select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute"
                        + " where attrelid = ?::regclass and attnum > 0 and not attisdropped")
                .param("public." + table)
                .query(String.class)
                .single();
        line(out, "COPY public.%s (%s) FROM stdin;".formatted(table, columns));
        chain.with(connection -> {
            try {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy public." + table + " to stdout", out);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        line(out, "\\.\n\n");
    }

    private void constraints(OutputStream out, String table) throws IOException {
        for (var definition : jdbc.sql("select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint"
                        + " where conrelid = ?::regclass and contype in ('p', 'u', 'c') order by conname")
                .param("public." + table)
                .query(String.class)
                .list()) {
            line(out, "ALTER TABLE ONLY public.%s\n    ADD CONSTRAINT %s;\n".formatted(table, definition));
        }
        for (var definition : jdbc.sql("select indexdef from pg_indexes where schemaname = 'public' and tablename = ?"
                        + " and indexname not in (select conname from pg_constraint)")
                .param(table)
                .query(String.class)
                .list()) {
            line(out, definition + ";\n");
        }
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
