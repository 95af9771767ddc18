package dev.windrose.localstack.mailpage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.windrose.localstack.EmbeddedMailbox;
import dev.windrose.localstack.LocalStackException;
import dev.windrose.localstack.ReceivedMail;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves the mails of a mailbox on the loopback interface: {@code /} and {@code /messages/{id}} for people,
 * {@code /api/messages} (newest first) and {@code /api/messages/{id}} as JSON for programs.
 */
public final class MailPage implements AutoCloseable {

    private static final Pattern MESSAGE = Pattern.compile(
            "/(?<area>messages|api/messages)/(?<id>\\d{1,18})(?:/(?<part>html|attachments/(?<index>\\d{1,4})))?");
    private static final Pattern OWN_HOST = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");

    private final EmbeddedMailbox mailbox;
    private final HttpServer server;
    private final ExecutorService threads;

    private MailPage(EmbeddedMailbox mailbox, int port) throws IOException {
        this.mailbox = mailbox;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        this.threads = Executors.newFixedThreadPool(4, MailPage::daemon);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    /** Starts on that port; 0 for any free one. */
    public static MailPage start(EmbeddedMailbox mailbox, int port) {
        try {
            MailPage page = new MailPage(mailbox, port);
            page.server.start();
            return page;
        } catch (IOException e) {
            throw new LocalStackException("The mail page could not be started on port " + port + ": " + e, e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange).send(exchange);
        }
    }

    /** The host is checked so that no foreign page reads the mails through a name that points here. */
    private Answer answer(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        if (host == null || !OWN_HOST.matcher(host).matches()) {
            return Answer.text(403, "This page is for this machine only.");
        }
        if (!exchange.getRequestMethod().equals("GET")) {
            return Answer.text(405, "Only GET.");
        }
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/")) {
            return Answer.page(MailHtml.list(mailbox.messages()));
        }
        if (path.equals("/api/messages")) {
            return Answer.json(Map.of(
                    "items", mailbox.messages().stream().map(MailJson::summary).toList()));
        }
        Matcher matcher = MESSAGE.matcher(path);
        Optional<ReceivedMail> mail =
                matcher.matches() ? mailbox.message(Long.parseLong(matcher.group("id"))) : Optional.empty();
        return mail.map(found -> message(found, matcher)).orElse(Answer.text(404, "There is no such page."));
    }

    private static Answer message(ReceivedMail mail, Matcher matcher) {
        String part = matcher.group("part");
        if (part == null) {
            return matcher.group("area").startsWith("api")
                    ? Answer.json(MailJson.whole(mail))
                    : Answer.page(MailHtml.mail(mail));
        }
        if (part.equals("html")) {
            String html = mail.html();
            return html == null ? Answer.text(404, "This mail has no HTML.") : Answer.sandboxed(html);
        }
        List<ReceivedMail.Attachment> attachments = mail.attachments();
        int index = Integer.parseInt(matcher.group("index"));
        return index < attachments.size()
                ? Answer.download(attachments.get(index))
                : Answer.text(404, "There is no such attachment.");
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "mail-page");
        thread.setDaemon(true);
        return thread;
    }

    /** One answer, with the policy that keeps a mail's markup from doing anything. */
    private record Answer(int status, String contentType, byte[] body, Map<String, String> headers) {

        private static final String OWN_PAGES =
                "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'";
        private static final String A_MAIL =
                "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

        static Answer page(String html) {
            return new Answer(
                    200, "text/html; charset=utf-8", bytes(html), Map.of("Content-Security-Policy", OWN_PAGES));
        }

        static Answer sandboxed(String html) {
            return new Answer(200, "text/html; charset=utf-8", bytes(html), Map.of("Content-Security-Policy", A_MAIL));
        }

        static Answer json(Object value) {
            return new Answer(200, "application/json", bytes(MailJson.write(value)), Map.of());
        }

        static Answer text(int status, String text) {
            return new Answer(status, "text/plain; charset=utf-8", bytes(text), Map.of());
        }

        static Answer download(ReceivedMail.Attachment attachment) {
            String name = attachment.name().replaceAll("[^A-Za-z0-9._-]", "_");
            return new Answer(
                    200,
                    "application/octet-stream",
                    attachment.content(),
                    Map.of("Content-Disposition", "attachment; filename=\"" + name + "\""));
        }

        void send(HttpExchange exchange) throws IOException {
            exchange.getResponseHeaders().set("Content-Type", contentType);
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
