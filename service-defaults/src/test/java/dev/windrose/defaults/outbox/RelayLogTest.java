package dev.windrose.defaults.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RelayLogTest {
    @Test
    void anOutageIsTwoLinesNotAFlood() {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        Logger logger = (Logger) LoggerFactory.getLogger(OutboxRelay.class);
        logger.addAppender(lines);
        RelayLog log = new RelayLog();

        for (int i = 0; i < 1_000; i++) {
            log.heldUp("the broker can't be reached", "Connection refused");
        }
        log.over("the broker can't be reached");
        log.over("the broker can't be reached");
        logger.detachAppender(lines);

        assertThat(lines.list).hasSize(2);
    }
}
