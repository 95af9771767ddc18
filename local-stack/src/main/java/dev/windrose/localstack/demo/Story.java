package dev.windrose.localstack.demo;

import dev.windrose.localstack.LocalStackException;
import java.io.PrintStream;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes calls and tells each: what was asked, what was answered. */
final class Story {

    private static final int LONGEST_ANSWER = 40;

    private final PrintStream out;
    private int chapter;

    Story(PrintStream out) {
        this.out = out;
    }

    void chapter(String title) {
        chapter++;
        out.println();
        out.println(chapter + ". " + title);
        out.println();
    }

    /** A GET that must be answered with that status. */
    JsonNode tell(Api api, String path, int expected) {
        out.println("   GET /api/v1" + path);
        return answered(api.get(path), path, expected);
    }

    /** A POST that must be answered with that status. */
    JsonNode tell(Api api, String path, Map<String, Object> body, int expected) {
        out.println("   POST /api/v1" + path);
        print(Api.MAPPER.valueToTree(body));
        return answered(api.post(path, body, Demo.newKey()), path, expected);
    }

    private JsonNode answered(Api.Answer answer, String path, int expected) {
        out.println("   → " + answer.status());
        if (answer.status() != expected) {
            throw new LocalStackException(path + " was answered with " + answer.summary());
        }
        print(answer.json());
        return answer.json();
    }

    private void print(JsonNode json) {
        String text = Api.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(withoutSecrets(json));
        text.lines().limit(LONGEST_ANSWER).forEach(line -> out.println("     " + line));
        long more = text.lines().count() - LONGEST_ANSWER;
        if (more > 0) {
            out.println("     … " + more + " more lines");
        }
        out.println();
    }

    /** Tokens are long and nobody's business. */
    private static JsonNode withoutSecrets(JsonNode json) {
        JsonNode copy = json.deepCopy();
        if (copy instanceof ObjectNode object) {
            for (String name : new String[] {"accessToken", "refreshToken"}) {
                if (object.has(name)) {
                    object.put(name, object.path(name).asString().substring(0, 12) + "…");
                }
            }
        }
        return copy;
    }
}
