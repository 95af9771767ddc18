package dev.windrose.booking.booking;

import dev.windrose.defaults.idempotency.StoredAnswer;
import dev.windrose.defaults.problem.ProblemException;
import dev.windrose.defaults.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes answers down, so that a repeat gets them letter by letter. */
@Component
class Answers {
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final JsonMapper json;
    private final Problems problems;

    Answers(JsonMapper json, Problems problems) {
        this.json = json;
        this.problems = problems;
    }

    StoredAnswer ok(Object body) {
        return new StoredAnswer(OK, json.writeValueAsString(body), null);
    }

    StoredAnswer created(Object body, @Nullable String location) {
        return new StoredAnswer(CREATED, json.writeValueAsString(body), location);
    }

    StoredAnswer problem(ProblemException problem, String instance) {
        return new StoredAnswer(problem.status().value(), problems.document(problem, instance), null);
    }
}
