package dev.windrose.localstack.mailpage;

import dev.windrose.localstack.ReceivedMail;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The pages, without a line of script; whatever comes from a mail is escaped. */
final class MailHtml {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    private static final String FRAME = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">%s
            <meta name="color-scheme" content="light dark"><title>%s</title>
            <style>
            :root { --ink: #16202c; --soft: #5b6875; --line: #dde3e9; --paper: #fff; --back: #f3f5f8; --accent: #0b5cad }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e8edf2; --soft: #9aa7b4; --line: #2c3742; --paper: #1a222b; --back: #10161c; --accent: #74b3f2 }
            }
            * { box-sizing: border-box }
            body { margin: 0; background: var(--back); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
            main { max-width: 52rem; margin: 0 auto; padding: 1rem }
            header { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem }
            h1 { font-size: 1.25rem; margin: .5rem 0 1rem; overflow-wrap: anywhere }
            a { color: var(--accent) }
            .card { background: var(--paper); border: 1px solid var(--line); border-radius: .6rem; overflow: hidden }
            .mail { display: block; padding: .75rem 1rem; color: inherit; text-decoration: none; border-top: 1px solid var(--line) }
            .mail:first-child { border-top: 0 }
            .mail:hover, .mail:focus-visible { background: var(--back) }
            .mail b { display: block; overflow-wrap: anywhere }
            .soft { color: var(--soft); font-size: .875rem; overflow-wrap: anywhere }
            .type { font: .75rem ui-monospace, monospace; border: 1px solid var(--line); border-radius: 1rem; padding: .05rem .5rem }
            iframe { display: block; width: 100%%; height: 36rem; border: 0; background: #fff }
            pre { margin: 0; padding: 1rem; white-space: pre-wrap; overflow-wrap: anywhere; font: .875rem/1.5 ui-monospace, monospace }
            details { margin-top: 1rem } summary { padding: .75rem 1rem; cursor: pointer }
            .empty { padding: 3rem 1rem; text-align: center }
            ul { margin: 0; padding: .75rem 1rem .75rem 2rem }
            </style></head><body><main>
            %s
            </main></body></html>
            """;

    private MailHtml() {}

    static String list(List<ReceivedMail> mails) {
        String rows = mails.isEmpty()
                ? "<p class=\"empty soft\">No mails yet. They appear here by themselves.</p>"
                : mails.stream().map(MailHtml::row).collect(Collectors.joining("\n"));
        String body = "<header><h1>Mails</h1><span class=\"soft\">" + mails.size()
                + "</span></header><div class=\"card\">" + rows + "</div>";
        return FRAME.formatted("<meta http-equiv=\"refresh\" content=\"5\">", "Mails", body);
    }

    static String mail(ReceivedMail mail) {
        String head =
                "<p><a href=\"/\">← All mails</a></p><h1>" + escape(mail.subject()) + "</h1><p class=\"soft\">From "
                        + escape(mail.from()) + "<br>To " + escape(String.join(", ", mail.recipients())) + "<br>"
                        + TIME.format(mail.receivedAt()) + "</p>";
        return FRAME.formatted(
                "", escape(mail.subject()), head + html(mail) + attachments(mail) + text(mail) + headers(mail));
    }

    private static String row(ReceivedMail mail) {
        String type = mail.header("X-Windrose-Type")
                .map(value -> " <span class=\"type\">" + escape(value) + "</span>")
                .orElse("");
        return "<a class=\"mail\" href=\"/messages/" + mail.id() + "\"><b>" + escape(mail.subject())
                + "</b><span class=\"soft\">"
                + escape(String.join(", ", mail.recipients())) + " · " + TIME.format(mail.receivedAt()) + type
                + "</span></a>";
    }

    private static String html(ReceivedMail mail) {
        return mail.html() == null
                ? ""
                : "<div class=\"card\"><iframe title=\"The mail\" sandbox=\"allow-popups\" src=\"/messages/" + mail.id()
                        + "/html\"></iframe></div>";
    }

    private static String text(ReceivedMail mail) {
        String text = mail.text();
        if (text == null) {
            return "";
        }
        String open = mail.html() == null ? " open" : "";
        return "<details class=\"card\"" + open + "><summary>Plain text</summary><pre>" + escape(text)
                + "</pre></details>";
    }

    private static String headers(ReceivedMail mail) {
        String lines = mail.headers().stream()
                .map(field -> field.name() + ": " + field.value())
                .collect(Collectors.joining("\n"));
        return "<details class=\"card\"><summary>Headers</summary><pre>" + escape(lines) + "</pre></details>";
    }

    private static String attachments(ReceivedMail mail) {
        if (mail.attachments().isEmpty()) {
            return "";
        }
        return IntStream.range(0, mail.attachments().size())
                .mapToObj(index -> {
                    ReceivedMail.Attachment attachment = mail.attachments().get(index);
                    return "<li><a download href=\"/messages/" + mail.id() + "/attachments/" + index + "\">"
                            + escape(attachment.name()) + "</a> <span class=\"soft\">"
                            + escape(attachment.contentType())
                            + ", " + attachment.content().length + " bytes</span></li>";
                })
                .collect(Collectors.joining(
                        "", "<details class=\"card\" open><summary>Attachments</summary><ul>", "</ul></details>"));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
