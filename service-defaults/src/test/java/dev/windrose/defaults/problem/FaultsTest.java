package dev.windrose.defaults.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.windrose.defaults.money.CurrencyCode;
import org.junit.jupiter.api.Test;

class FaultsTest {
    @Test
    void everyFaultIsNamedAtOnce() {
        Faults faults = new Faults();
        faults.required("email", null, text -> text);
        faults.required("currency", "DOL", CurrencyCode::new);
        faults.text("name", "a\r\nBcc: all@example.com", 60);
        faults.text("title", "x".repeat(61), 60);

        assertThatThrownBy(faults::throwIfAny)
                .asInstanceOf(type(ValidationFailed.class))
                .satisfies(e -> assertThat(e.faults())
                        .extracting(FieldFault::field, FieldFault::code)
                        .containsExactly(
                                org.assertj.core.groups.Tuple.tuple("email", "required"),
                                org.assertj.core.groups.Tuple.tuple("currency", "invalid"),
                                org.assertj.core.groups.Tuple.tuple("name", "invalid"),
                                org.assertj.core.groups.Tuple.tuple("title", "invalid")));
    }

    @Test
    void textIsTrimmedAndCountsCharactersOfAnyScript() {
        Faults faults = new Faults();

        assertThat(faults.text("name", "  Żółć 👩🏽‍✈️ ", 60)).isEqualTo("Żółć 👩🏽‍✈️");
        assertThat(faults.text("name", "𝔸".repeat(60), 60)).hasSize(120);
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void anOptionalValueMayBeMissingButNotWrong() {
        Faults faults = new Faults();

        assertThat(faults.optional("currency", null, CurrencyCode::new)).isNull();
        assertThat(faults.isEmpty()).isTrue();
        faults.optional("currency", "", CurrencyCode::new);
        assertThat(faults.all()).hasSize(1);
    }
}
