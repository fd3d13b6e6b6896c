package kz.zhospar.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ZhosparTest
class TestDatabaseModuleTest {
    @Autowired
    private JdbcClient jdbc;

    @Test
    void runsOnTheServersOwnDatabaseAsTheApplicationsRole() {
        assertThat(jdbc.sql("select current_user || ' ' || rolsuper from pg_roles where rolname = current_user")
                        .query(String.class)
                        .single())
                .isEqualTo("zhospar_app false");
        assertThat(jdbc.sql("show server_version").query(String.class).single()).startsWith("18.");
        assertThat(jdbc.sql("select lower('ӘЛЕМ')").query(String.class).single())
                .isEqualTo("әлем");
    }
}
