package dev.windrose.defaults.http;

import dev.windrose.defaults.problem.Problems;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Merges a PATCH into what is there (RFC 7396 at the top level): fields given replace, null empties, the rest stays. */
public final class MergePatch {
    private final JsonMapper json;

    MergePatch(JsonMapper json) {
        this.json = json;
    }

    /**
     * The whole request that the patch amounts to, to be validated like one that was sent whole.
     *
     * @param current what is there, as it is shown
     * @param form the request that would create it
     */
    public <T> T apply(Object current, ObjectNode patch, Class<T> form) {
        JsonNode merged = json.valueToTree(current);
        if (!(merged instanceof ObjectNode whole)) {
            throw new IllegalArgumentException("only objects can be patched");
        }
        whole.setAll(patch);
        try {
            return json.treeToValue(whole, form);
        } catch (JacksonException e) {
            throw Problems.unreadable(e);
        }
    }
}
