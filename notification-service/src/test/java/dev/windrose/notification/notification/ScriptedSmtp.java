package dev.windrose.notification.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A mail server that does to each recipient what a test says: takes the mail, refuses it with a reply, or falls silent. */
final class ScriptedSmtp implements AutoCloseable {
    static final String SILENCE = "";

    private final ServerSocket server;
    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private final Map<String, Integer> tries = new ConcurrentHashMap<>();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();

    /** A mail as it came over the wire. */
    record Taken(String recipient, String raw) {
        String header(String name) {
            return raw.lines()
                    .filter(line -> line.startsWith(name + ": "))
                    .map(line -> line.substring(name.length() + 2))
                    .findFirst()
                    .orElse("");
        }
    }

    ScriptedSmtp() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** @param reply to RCPT TO from now on, such as {@code 550 no such user}, or {@link #SILENCE}; null takes the mail */
    void reply(String recipient, @Nullable String reply) {
        if (reply == null) {
            replies.remove(recipient);
        } else {
            replies.put(recipient, reply);
        }
    }

    List<Taken> takenFor(String recipient) {
        return taken.stream().filter(mail -> mail.recipient.equals(recipient)).toList();
    }

    List<Taken> taken() {
        return taken;
    }

    int triesFor(String recipient) {
        return tries.getOrDefault(recipient, 0);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                daemon(() -> converse(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void converse(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            OutputStream out = socket.getOutputStream();
            say(out, "220 scripted");
            String recipient = "";
            String line = in.readLine();
            while (line != null && !line.equals("QUIT")) {
                if (line.startsWith("RCPT TO:")) {
                    recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    tries.merge(recipient, 1, Integer::sum);
                    answer(out, replies.getOrDefault(recipient, "250 ok"));
                } else if (line.equals("DATA")) {
                    say(out, "354 go on");
                    taken.add(new Taken(recipient, body(in)));
                    say(out, "250 taken");
                } else {
                    say(out, "250 ok");
                }
                line = in.readLine();
            }
        } catch (IOException e) {
            // the client went away
        }
    }

    private static String body(BufferedReader in) throws IOException {
        StringBuilder body = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            body.append(line).append('\n');
        }
        return body.toString();
    }

    private static void answer(OutputStream out, String reply) throws IOException {
        if (!reply.equals(SILENCE)) {
            say(out, reply);
        }
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
