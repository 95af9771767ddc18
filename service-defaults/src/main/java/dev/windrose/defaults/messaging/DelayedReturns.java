package dev.windrose.defaults.messaging;

import com.rabbitmq.client.GetResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.support.DefaultMessagePropertiesConverter;

/**
 * Brings back what is due, on brokers without expiry into another queue. The messages stay in the broker's durable delay queues, one a delay:
 * all in one waited equally long, so only the head of each is looked at, now and then. A message is taken from its delay queue only once the main
 * one has it; a crash in between delivers it twice, which the inbox sees.
 */
final class DelayedReturns {
    private final Topology topology;
    private final RabbitTemplate rabbit;
    private final Handoff handoff;
    private final int delays;
    private final Clock clock;
    private final DefaultMessagePropertiesConverter properties = new DefaultMessagePropertiesConverter();

    DelayedReturns(Topology topology, RabbitTemplate rabbit, Handoff handoff, int delays, Clock clock) {
        this.topology = topology;
        this.rabbit = rabbit;
        this.handoff = handoff;
        this.delays = delays;
        this.clock = clock;
    }

    /** Does nothing where the broker does it; {@link org.springframework.amqp.AmqpException} while there is none. */
    void returnDue() {
        for (int tries = 1; tries <= delays && topology.broker() == Topology.Broker.OTHER; tries++) {
            String queue = topology.delayQueue(tries);
            while (returnHead(queue)) {
                // the next one may be due as well
            }
        }
    }

    private boolean returnHead(String queue) {
        return Boolean.TRUE.equals(rabbit.execute(channel -> {
            GetResponse head = channel.basicGet(queue, false);
            if (head == null) {
                return false;
            }
            long tag = head.getEnvelope().getDeliveryTag();
            boolean due = dueAt(head) <= clock.millis();
            if (due) {
                handoff.toQueue(topology.queue(), Retries.copy(message(head)).build());
                channel.basicAck(tag, false);
            } else {
                channel.basicReject(tag, true);
            }
            return due;
        }));
    }

    private Message message(GetResponse head) {
        return new Message(
                head.getBody(),
                properties.toMessageProperties(head.getProps(), head.getEnvelope(), StandardCharsets.UTF_8.name()));
    }

    private static long dueAt(GetResponse head) {
        Object due = head.getProps().getHeaders() == null
                ? null
                : head.getProps().getHeaders().get(Retries.DUE_AT);
        return due instanceof Number n ? n.longValue() : 0;
    }
}
