package kz.zhospar.seal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlSplitterTest {

    @Test
    void cutsAtSemicolonsOnly() {
        assertThat(split("select 1; select 2;\n")).containsExactly("select 1", "select 2");
        assertThat(split("select 'a;b', \"c;d\", 'it''s; so';\n"))
                .containsExactly("select 'a;b', \"c;d\", 'it''s; so'");
        assertThat(split("select E'\\'; \\\\', E'a'';b';\n")).containsExactly("select E'\\'; \\\\', E'a'';b'");
        assertThat(split("do $x$ begin; $$ ; end $x$;\n")).containsExactly("do $x$ begin; $$ ; end $x$");
        assertThat(split("select $1; select a$b;\n")).containsExactly("select $1", "select a$b");
    }

    @Test
    void leavesCommentsOut() {
        assertThat(split("-- it's; nothing\nselect 1 -- ;\n, 2;\n")).containsExactly("select 1 \n, 2");
        assertThat(split("/* a; /* b */ ' */ select 1;\n")).containsExactly("select 1");
        assertThat(split("select 1 - 2 / 3;\n")).containsExactly("select 1 - 2 / 3");
    }

    @Test
    void goesOnOverLines() {
        var splitter = new SqlSplitter();
        assertThat(splitter.add("select 'a\n")).isEmpty();
        assertThat(splitter.isBetweenStatements()).isFalse();
        assertThat(splitter.add("; b'; \n")).containsExactly("select 'a\n; b'");
        assertThat(splitter.isBetweenStatements()).isTrue();
    }

    private static List<String> split(String text) {
        var splitter = new SqlSplitter();
        return text.lines()
                .flatMap(line -> splitter.add(line + "\n").stream())
                .map(String::strip)
                .toList();
    }
}
