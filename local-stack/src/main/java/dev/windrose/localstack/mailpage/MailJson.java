package dev.windrose.localstack.mailpage;

import dev.windrose.localstack.ReceivedMail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Mails as JSON: {@code {id,receivedAt,from,to,subject,type}}, whole ones with text, HTML, headers and attachments. */
final class MailJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private MailJson() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static Map<String, Object> summary(ReceivedMail mail) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", mail.id());
        json.put("receivedAt", mail.receivedAt().toString());
        json.put("from", mail.from());
        json.put("to", mail.recipients());
        json.put("subject", mail.subject());
        json.put("type", mail.header("X-Windrose-Type").orElse(""));
        return json;
    }

    static Map<String, Object> whole(ReceivedMail mail) {
        Map<String, Object> json = summary(mail);
        json.put("text", orEmpty(mail.text()));
        json.put("html", orEmpty(mail.html()));
        json.put("headers", new ArrayList<>(mail.headers()));
        json.put("attachments", attachments(mail));
        return json;
    }

    private static List<Map<String, Object>> attachments(ReceivedMail mail) {
        return IntStream.range(0, mail.attachments().size())
                .mapToObj(index -> {
                    ReceivedMail.Attachment attachment = mail.attachments().get(index);
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("name", attachment.name());
                    json.put("contentType", attachment.contentType());
                    json.put("size", attachment.content().length);
                    json.put("url", "/messages/" + mail.id() + "/attachments/" + index);
                    return json;
                })
                .toList();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
