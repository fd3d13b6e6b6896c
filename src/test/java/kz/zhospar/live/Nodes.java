package kz.zhospar.live;

import java.time.Clock;
import javax.sql.DataSource;
import kz.zhospar.identity.SignIn;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;

/** Further nodes on the database of an application. */
public final class Nodes {

    private Nodes() {}

    /** Not started yet. */
    public static Signals signals(ApplicationContext context) {
        return signals(context, context.getBean(JdbcConnectionDetails.class));
    }

    /** Not started yet; listens where it is told to. */
    public static Signals signals(ApplicationContext context, JdbcConnectionDetails database) {
        return new Signals(context.getBean(DataSource.class), database);
    }

    /** Not started yet. */
    static Presence presence(Signals signals, Clock clock) {
        return new Presence(signals, SignIn.current(), clock);
    }
}
