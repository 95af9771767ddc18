package dev.windrose.defaults;

import dev.windrose.localstack.BrokerPart;
import dev.windrose.localstack.EmbeddedBroker;
import dev.windrose.localstack.TestParts;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory.ConfirmType;

/** Connections as the services have them: correlated confirms, returns. */
public final class BrokerConnections {
    private BrokerConnections() {}

    /** To the broker that tests run on. */
    public static CachingConnectionFactory open() {
        BrokerPart broker = TestParts.get().broker();
        return open(broker.host(), broker.port(), broker.user(), broker.password());
    }

    /** To an embedded one that may not even be there yet. */
    public static CachingConnectionFactory openEmbedded(int port) {
        return open("127.0.0.1", port, EmbeddedBroker.USER, EmbeddedBroker.PASSWORD);
    }

    private static CachingConnectionFactory open(String host, int port, String user, String password) {
        CachingConnectionFactory connections = new CachingConnectionFactory(host, port);
        connections.setUsername(user);
        connections.setPassword(password);
        connections.setConnectionTimeout(3_000);
        connections.setPublisherConfirmType(ConfirmType.CORRELATED);
        connections.setPublisherReturns(true);
        return connections;
    }
}
