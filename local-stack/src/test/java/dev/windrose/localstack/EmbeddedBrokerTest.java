package dev.windrose.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import com.rabbitmq.client.PossibleAuthenticationFailureException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

    @TempDir
    Path folder;

    @Test
    void routesByTopicConfirmsAndReturnsWhatNobodyWants() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.inMemory(0);
                Connection connection = connect(broker, EmbeddedBroker.PASSWORD);
                Channel channel = connection.createChannel()) {
            declareQueue(channel);
            List<String> returned = new CopyOnWriteArrayList<>();
            channel.addReturnListener((code, text, exchange, key, properties, body) -> returned.add(key));
            channel.confirmSelect();
            publish(channel, "booking.confirmed", "yes");
            channel.waitForConfirmsOrDie(5_000);
            publish(channel, "flight.delayed", "no");

            await().until(() -> returned.equals(List.of("flight.delayed")));
            assertThat(text(channel.basicGet("mails", true))).isEqualTo("yes");
            assertThat(channel.basicGet("mails", true)).isNull();
        }
    }

    @Test
    void keepsDurableQueuesAndPersistentMessagesThroughARestart() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.keptIn(folder, 0)) {
            try (Connection connection = connect(broker, EmbeddedBroker.PASSWORD);
                    Channel channel = connection.createChannel()) {
                declareQueue(channel);
                channel.confirmSelect();
                publish(channel, "booking.confirmed", "kept");
                channel.waitForConfirmsOrDie(5_000);
            }
            broker.close();
            assertThat(FreePorts.isTaken(broker.port())).isFalse();
            broker.start();
            try (Connection connection = connect(broker, EmbeddedBroker.PASSWORD);
                    Channel channel = connection.createChannel()) {
                assertThat(text(channel.basicGet("mails", true))).isEqualTo("kept");
                declareQueue(channel);
            }
        }
    }

    @Test
    void turnsAWrongPasswordAway() {
        try (EmbeddedBroker broker = EmbeddedBroker.inMemory(0)) {
            assertThatThrownBy(() -> connect(broker, "wrong"))
                    .isInstanceOf(PossibleAuthenticationFailureException.class);
        }
    }

    @Test
    void refusesAPortThatSomebodyElseHas() {
        try (EmbeddedBroker broker = EmbeddedBroker.inMemory(0)) {
            assertThatThrownBy(() -> EmbeddedBroker.inMemory(broker.port()))
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageContaining(String.valueOf(broker.port()));
        }
    }

    private static Connection connect(EmbeddedBroker broker, String password) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(broker.host());
        factory.setPort(broker.port());
        factory.setUsername(EmbeddedBroker.USER);
        factory.setPassword(password);
        factory.setAutomaticRecoveryEnabled(false);
        return factory.newConnection();
    }

    private static void declareQueue(Channel channel) throws Exception {
        channel.exchangeDeclare("windrose.events", "topic", true);
        channel.queueDeclare("mails", true, false, false, Map.of());
        channel.queueBind("mails", "windrose.events", "booking.*");
    }

    private static void publish(Channel channel, String key, String body) throws Exception {
        channel.basicPublish(
                "windrose.events", key, true, MessageProperties.PERSISTENT_TEXT_PLAIN, body.getBytes(UTF_8));
    }

    private static String text(GetResponse response) {
        return new String(response.getBody(), UTF_8);
    }
}
