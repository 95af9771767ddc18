package dev.windrose.defaults.database;

import dev.windrose.defaults.time.Utc;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.BasicBinder;
import org.hibernate.type.descriptor.jdbc.TimestampJdbcType;

/** Instants of entities and their queries, sent as {@link Utc#column} does for JDBC. */
final class TimestampAsText extends TimestampJdbcType {
    private static final long serialVersionUID = 1L;

    @Override
    public <X> ValueBinder<X> getBinder(JavaType<X> javaType) {
        return new Binder<>(javaType, this);
    }

    private static final class Binder<X> extends BasicBinder<X> {
        private static final long serialVersionUID = 1L;

        Binder(JavaType<X> javaType, TimestampAsText jdbcType) {
            super(javaType, jdbcType);
        }

        @Override
        protected void doBind(PreparedStatement statement, X value, int index, WrapperOptions options)
                throws SQLException {
            statement.setString(index, text(value, options));
        }

        @Override
        protected void doBind(CallableStatement statement, X value, String name, WrapperOptions options)
                throws SQLException {
            statement.setString(name, text(value, options));
        }

        private String text(X value, WrapperOptions options) {
            return Utc.column(getJavaType().unwrap(value, Instant.class, options));
        }
    }
}
