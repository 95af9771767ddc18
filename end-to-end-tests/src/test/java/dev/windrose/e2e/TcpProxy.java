package dev.windrose.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A wire that a test can cut: it forwards, refuses, or lets a request through and drops the answer. */
final class TcpProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final InetSocketAddress target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger dropped = new AtomicInteger();
    private volatile boolean cut;
    private volatile @Nullable String dropAnswersTo;

    private TcpProxy(ServerSocket listener, InetSocketAddress target) {
        this.listener = listener;
        this.target = target;
    }

    static TcpProxy to(int port) {
        try {
            ServerSocket listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
            TcpProxy proxy = new TcpProxy(listener, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            start("proxy-accept", proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Ends every connection, and refuses new ones until {@link #mend}. */
    void cut() {
        cut = true;
        open.forEach(TcpProxy::close);
        open.clear();
    }

    void mend() {
        cut = false;
        dropAnswersTo = null;
    }

    /** From now on the answers to requests that begin with this text ("PUT /internal/holds") are dropped, their connections closed. */
    void dropAnswersTo(String requestLineStart) {
        dropAnswersTo = requestLineStart;
    }

    /** How many answers were dropped. */
    int dropped() {
        return dropped.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (cut) {
                    close(client);
                } else {
                    start("proxy", () -> serve(client));
                }
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket(target.getAddress(), target.getPort())) {
            open.add(client);
            open.add(server);
            Connection connection = new Connection();
            start("proxy-back", () -> pump(server, client, connection, false));
            pump(client, server, connection, true);
        } catch (IOException e) {
            // the target is down, which is what the client then sees
        } finally {
            open.remove(client);
        }
    }

    private void pump(Socket from, Socket to, Connection connection, boolean requests) {
        byte[] buffer = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (requests) {
                    connection.look(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
                } else if (connection.dropping) {
                    dropped.incrementAndGet();
                    close(from);
                    close(to);
                    return;
                }
                out.write(buffer, 0, n);
                out.flush();
            }
        } catch (IOException e) {
            // a connection that ended; the other end is told below
        }
        close(from);
        close(to);
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // closed is closed
        }
    }

    @Override
    public void close() {
        cut();
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is known of the request a connection carries now. */
    private final class Connection {
        private volatile boolean dropping;

        void look(String text) {
            String wanted = dropAnswersTo;
            if (wanted != null && text.startsWith(wanted)) {
                dropping = true;
            }
        }
    }
}
