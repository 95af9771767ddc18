package dev.windrose.defaults.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.AcknowledgeMode;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.listener.ListenerContainerConsumerFailedEvent;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.databind.json.JsonMapper;

/** Makes consumers of events. A service declares each of its own as a bean. */
public final class EventConsumers {
    private static final Logger log = LoggerFactory.getLogger(EventConsumers.class);
    private static final int PREFETCH = 10;
    private static final Duration RECONNECT_FIRST = Duration.ofSeconds(1);
    private static final Duration RECONNECT_MAX = Duration.ofSeconds(10);

    private final Parts parts;

    EventConsumers(Parts parts) {
        this.parts = parts;
    }

    /** What all consumers of a service share. */
    record Parts(
            ConnectionFactory connections,
            TransactionTemplate transaction,
            Inbox inbox,
            RetryDelays delays,
            JsonMapper json,
            Clock clock,
            MeterRegistry metrics,
            Duration drainTime) {}

    /**
     * A consumer that handles each event once, however often it is delivered and on however many replicas.
     *
     * @param name of the consumer and its queue, {@code notification.events}; with {@code .retry.<n>} and {@code .dead} the names of the others
     * @param types routing keys it is bound to
     */
    public EventConsumer consumer(String name, Set<String> types, EventHandler handler) {
        Topology topology = new Topology(name, types, parts.delays.count());
        parts.connections.addConnectionListener(topology);
        Handoff handoff = new Handoff(confirmed());
        Retries retries = new Retries(topology, handoff, parts.delays, parts.clock);
        Intake intake = new Intake(name, handler, parts, retries);
        DelayedReturns delayed = new DelayedReturns(
                topology, new RabbitTemplate(parts.connections), handoff, parts.delays.count(), parts.clock);
        return new EventConsumer(container(topology, intake), intake, delayed, parts.inbox);
    }

    private RabbitTemplate confirmed() {
        RabbitTemplate rabbit = new RabbitTemplate(parts.connections);
        rabbit.setMandatory(true);
        rabbit.setUsePublisherConnection(true);
        return rabbit;
    }

    private SimpleMessageListenerContainer container(Topology topology, Intake intake) {
        String queue = topology.queue();
        SimpleMessageListenerContainer container = new SimpleMessageListenerContainer(parts.connections);
        container.setQueueNames(queue);
        container.setListenerId(queue);
        container.setMessageListener(intake);
        container.setAcknowledgeMode(AcknowledgeMode.AUTO);
        container.setPrefetchCount(PREFETCH);
        container.setMissingQueuesFatal(false);
        container.setPossibleAuthenticationFailureFatal(false);
        container.setAutoDeclare(false);
        container.setShutdownTimeout(parts.drainTime.toMillis());
        container.setTaskExecutor(new SimpleAsyncTaskExecutor(queue + "-"));
        ExponentialBackOff reconnect = new ExponentialBackOff(RECONNECT_FIRST.toMillis(), 2);
        reconnect.setMaxInterval(RECONNECT_MAX.toMillis());
        container.setRecoveryBackOff(reconnect);
        container.setApplicationEventPublisher(event -> declareAgain(topology, event));
        container.afterPropertiesSet();
        return container;
    }

    /** A consumer that failed may have lost its queue while its connection stands: somebody deleted it. */
    private void declareAgain(Topology topology, Object event) {
        if (event instanceof ListenerContainerConsumerFailedEvent) {
            try {
                topology.onCreate(parts.connections.createConnection());
            } catch (AmqpException e) {
                log.debug("declared with the next connection", e);
            }
        }
    }
}
