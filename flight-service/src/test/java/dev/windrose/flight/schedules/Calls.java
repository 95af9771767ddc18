package dev.windrose.flight.schedules;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Counts the calls to the database that go through {@link #source}. */
final class Calls {
    private final AtomicInteger made = new AtomicInteger();
    private final DataSource source;

    Calls(DataSource real) {
        this.source = counting(DataSource.class, real);
    }

    DataSource source() {
        return source;
    }

    int made() {
        return made.get();
    }

    private <T> T counting(Class<T> type, Object real) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.getName().startsWith("execute")) {
                made.incrementAndGet();
            }
            try {
                Object result = method.invoke(real, args);
                if (result instanceof Connection connection && method.getDeclaringClass() == DataSource.class) {
                    return counting(Connection.class, connection);
                }
                return result instanceof Statement statement
                        ? counting(method.getReturnType().asSubclass(Statement.class), statement)
                        : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
