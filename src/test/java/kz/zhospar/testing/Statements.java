package kz.zhospar.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Tells which SQL statements a piece of work sends to the database, whoever writes them: Hibernate, Envers or JDBC.
 *
 * <p>A test class gets it by injection. Only statements of the calling thread count, so that the application's own
 * background work does not disturb.
 */
public final class Statements implements BeanPostProcessor {

    /** A piece of work that may throw. */
    public interface Work {
        void run() throws Exception;
    }

    private final ThreadLocal<@Nullable List<String>> sent = new ThreadLocal<>();

    /** Does the work and returns what it sent, in order; a batch is one statement. */
    public List<String> during(Work work) throws Exception {
        if (sent.get() != null) {
            throw new IllegalStateException("Already counting");
        }
        var list = new ArrayList<String>();
        sent.set(list);
        try {
            work.run();
            return List.copyOf(list);
        } finally {
            sent.remove();
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Watched(source) : bean;
    }

    private final class Watched extends DelegatingDataSource {
        Watched(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return watched(Connection.class, super.getConnection(), "");
        }
    }

    private <T> T watched(Class<T> type, T target, String sql) {
        InvocationHandler handler = (_, method, arguments) -> {
            var text = arguments != null && arguments.length > 0 && arguments[0] instanceof String given ? given : sql;
            if (target instanceof Statement && method.getName().startsWith("execute")) {
                note(text);
            }
            var result = call(target, method, arguments);
            return result instanceof Statement && method.getReturnType().isInterface() && target instanceof Connection
                    ? watchedStatement(method.getReturnType(), result, text)
                    : result;
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private <T> T watchedStatement(Class<T> type, Object statement, String sql) {
        return watched(type, type.cast(statement), sql);
    }

    private void note(String sql) {
        var list = sent.get();
        if (list != null) {
            list.add(sql);
        }
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
