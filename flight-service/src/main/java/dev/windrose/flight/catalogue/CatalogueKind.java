package dev.windrose.flight.catalogue;

import dev.windrose.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The four kinds of the catalogue, and how each is spoken of. */
enum CatalogueKind {
    CITY("city", "code"),
    AIRPORT("airport", "code"),
    AIRLINE("airline", "code"),
    AIRPLANE("airplane", "registration");

    private final String noun;
    private final String keyField;

    CatalogueKind(String noun, String keyField) {
        this.noun = noun;
        this.keyField = keyField;
    }

    String noun() {
        return noun;
    }

    String keyField() {
        return keyField;
    }

    ProblemException notFound() {
        return new ProblemException(HttpStatus.NOT_FOUND, noun + "_not_found", "There is no such " + noun + ".");
    }

    ProblemException alreadyExists() {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "already_exists",
                "There is " + article() + " with this " + keyField + " already.");
    }

    ProblemException inUse() {
        return new ProblemException(
                HttpStatus.CONFLICT, "in_use", "This " + noun + " is in use, so it can't be deleted.");
    }

    private String article() {
        return (this == CITY ? "a " : "an ") + noun;
    }
}
