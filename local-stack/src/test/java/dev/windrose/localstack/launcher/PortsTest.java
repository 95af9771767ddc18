package dev.windrose.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.localstack.LocalStackException;
import dev.windrose.localstack.StackSettings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    @TempDir
    Path data;

    @Test
    void namesATakenPortItsOwnerAndTheSettingThatMovesIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> environment = freePorts();
            environment.put("BOOKING_PORT", String.valueOf(taken.getLocalPort()));

            assertThatThrownBy(() -> new Ports(StackSettings.from(data, environment)).requireFree())
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageContaining(taken.getLocalPort() + " is taken (pid "
                            + ProcessHandle.current().pid() + ", java)")
                    .hasMessageContaining("BOOKING_PORT=");
        }
    }

    @Test
    void refusesTheSamePortForTwo() {
        Map<String, String> environment = freePorts();
        environment.put("SMTP_PORT", environment.get("MYSQL_PORT"));

        assertThatThrownBy(() -> new Ports(StackSettings.from(data, environment)).requireFree())
                .hasMessageContaining("wanted twice, by MYSQL_PORT and SMTP_PORT");
    }

    @Test
    void asksForNoPortOfAPartThatIsElsewhere() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> environment = freePorts();
            environment.put("MYSQL_PORT", String.valueOf(taken.getLocalPort()));
            environment.put("MYSQL_HOST", "db.example");

            new Ports(StackSettings.from(data, environment)).requireFree();
        }
    }

    @Test
    void saysWhichSettingIsNoPort() {
        assertThatThrownBy(() -> StackSettings.from(data, Map.of("FLIGHT_PORT", "eighty")))
                .isInstanceOf(LocalStackException.class)
                .hasMessage("FLIGHT_PORT must be a port number, not 'eighty'");
        assertThat(StackSettings.from(data, Map.of("FLIGHT_PORT", "")).ports()).containsValue(8081);
    }

    private Map<String, String> freePorts() {
        return new HashMap<>(StackSettings.onFreePorts(data, data, Map.of()).environment());
    }
}
