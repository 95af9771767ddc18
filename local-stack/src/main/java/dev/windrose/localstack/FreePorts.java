package dev.windrose.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Ports of the loopback interface. */
public final class FreePorts {

    private FreePorts() {}

    /** A port that was free a moment ago. */
    public static int next() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A free port whose management port, 1000 above, is free too. */
    public static int nextWithManagementPort() {
        while (true) {
            int port = next();
            if (port + Service.MANAGEMENT_OFFSET <= 65_535 && !isTaken(port + Service.MANAGEMENT_OFFSET)) {
                return port;
            }
        }
    }

    /** Whether something listens there. */
    public static boolean isTaken(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException nobodyThere) {
            return false;
        }
    }
}
