package kz.zhospar.bench;

import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kz.zhospar.ZhosparApplication;
import kz.zhospar.identity.SignIn;
import kz.zhospar.testing.Statements;
import kz.zhospar.testing.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole application on a database of its own, one of several in this JVM. */
record Installation(ApplicationContext context) implements AutoCloseable {

    static Installation start() {
        return new Installation(builder().initializers(new TestDatabase()).run(arguments()));
    }

    /** Without Envers, on a database that an application with it has made: the first load has to be a revision. */
    static Installation startWithoutAudit() {
        String url;
        try (var maker = start()) {
            url = maker.url();
        }
        var arguments = Stream.of(
                        Stream.of(arguments()),
                        Stream.of(TestDatabase.settings(url)).map("--"::concat))
                .flatMap(Function.identity());
        return new Installation(builder()
                .run(Stream.concat(
                                arguments,
                                Stream.of(
                                        "--spring.jpa.properties.hibernate.integration.envers.enabled=false",
                                        "--zhospar.schedule=off"))
                        .toArray(String[]::new)));
    }

    private static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(ZhosparApplication.class, Statements.class);
    }

    private static String[] arguments() {
        return new String[] {
            "--server.port=0",
            "--vaadin.productionMode=true",
            "--zhospar.test.connections=8",
            "--logging.level.root=error",
            "--logging.level.kz.zhospar=error"
        };
    }

    String url() {
        return bean(JdbcConnectionDetails.class).getJdbcUrl();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(bean(PlatformTransactionManager.class));
    }

    /** As somebody with an account. Who is signed in is held in one place for all applications of this JVM. */
    <T> T as(String account, Supplier<T> work) {
        SecurityContextHolder.setContextHolderStrategy(bean(SecurityContextHolderStrategy.class));
        return SignIn.as(SignIn.person(account), work::get);
    }

    @Override
    public void close() {
        if (context instanceof ConfigurableApplicationContext own) {
            own.close();
        }
    }
}
