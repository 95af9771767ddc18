package dev.windrose.localstack.mailpage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.localstack.EmbeddedMailbox;
import dev.windrose.localstack.SampleMails;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MailPageTest {

    private final EmbeddedMailbox mailbox = EmbeddedMailbox.start(0);
    private final MailPage page = MailPage.start(mailbox, 0);

    @AfterEach
    void stop() {
        page.close();
        mailbox.close();
    }

    @Test
    void listsMailsNewestFirstForPeopleAndPrograms() throws Exception {
        assertThat(get("/").body()).contains("No mails yet");
        SampleMails.send(mailbox, "first", "ada@example.com");
        SampleMails.send(mailbox, "second", "ada@example.com");

        assertThat(get("/").body()).containsSubsequence("second", "first").contains("WELCOME");
        JsonNode items = json("/api/messages").path("items");
        assertThat(items.path(0).path("subject").asString()).isEqualTo("second");
        assertThat(items.path(0).path("type").asString()).isEqualTo("WELCOME");
        assertThat(items.path(0).path("to").path(0).asString()).isEqualTo("ada@example.com");
    }

    @Test
    void showsAMailWithItsHtmlInASandboxAndItsAttachments() throws Exception {
        SampleMails.send(mailbox, "subject", "ada@example.com");

        assertThat(get("/messages/1").body())
                .contains(
                        "<iframe", "sandbox=\"allow-popups\"", "itinerary.ics", "plain ✈", "X-Windrose-Type: WELCOME");
        HttpResponse<String> html = get("/messages/1/html");
        assertThat(html.body()).isEqualTo("<p>html ✈</p>");
        assertThat(html.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("sandbox", "default-src 'none'");
        HttpResponse<String> attachment = get("/messages/1/attachments/0");
        assertThat(attachment.body()).isEqualTo("BEGIN:VCALENDAR");
        assertThat(attachment.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"itinerary.ics\"");
        JsonNode whole = json("/api/messages/1");
        assertThat(whole.path("text").asString()).isEqualTo("plain ✈");
        assertThat(whole.path("html").asString()).isEqualTo("<p>html ✈</p>");
        assertThat(whole.path("attachments").path(0).path("url").asString()).isEqualTo("/messages/1/attachments/0");
    }

    @Test
    void escapesWhateverAMailBrings() throws Exception {
        SampleMails.send(mailbox, "<script>alert('x')</script>\"", "ada@example.com");

        assertThat(get("/").body()).doesNotContain("<script>").contains("&lt;script&gt;");
        assertThat(get("/messages/1").body()).doesNotContain("<script>").contains("&lt;script&gt;");
    }

    @Test
    void answersOnlyGetsForThisMachineAndKnownPages() throws Exception {
        assertThat(get("/messages/99").statusCode()).isEqualTo(404);
        assertThat(get("/messages/99999999999999999999").statusCode()).isEqualTo(404);
        assertThat(get("/elsewhere").statusCode()).isEqualTo(404);
        HttpRequest delete = HttpRequest.newBuilder(uri("/")).DELETE().build();
        assertThat(HttpClient.newHttpClient()
                        .send(delete, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(405);
        assertThat(statusLineFor("evil.example")).contains(" 403 ");
    }

    private String statusLineFor(String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), page.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private JsonNode json(String path) throws Exception {
        return JsonMapper.builder().build().readTree(get(path).body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + page.port() + path);
    }
}
