package dev.windrose.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.com",
                "a.b+tag@sub.example.co.uk",
                "o'hara@x-y.example",
                "A_1@EXAMPLE.COM",
                "x@a.xn--p1ai"
            })
    void takesAddresses(String text) {
        assertThat(new EmailAddress(text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.com",
                "ada@",
                "ada@localhost",
                "ada@example",
                "a@b@c.com",
                ".a@example.com",
                "a.@example.com",
                "a..b@example.com",
                "a b@example.com",
                " ada@example.com",
                "ada@example.com ",
                "ada@-x.com",
                "ada@x-.com",
                "ada@example..com",
                "ada@127.0.0.1",
                "ada@[127.0.0.1]",
                "\"a b\"@example.com",
                "ada@example.com\r\nBcc: x@y.zz",
                "ada@example.com\n",
                "ada@exam\u0000ple.com",
                "ädä@example.com",
                "ada@example.com,b@example.com",
                "<ada@example.com>"
            })
    void refusesWhatMailCantBeSentTo(String text) {
        assertThatThrownBy(() -> new EmailAddress(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsWithinTheLengthsOfSmtp() {
        String local = "a".repeat(64);
        assertThat(new EmailAddress(local + "@example.com").key()).endsWith("@example.com");
        assertThatThrownBy(() -> new EmailAddress("a" + local + "@example.com"))
                .isInstanceOf(IllegalArgumentException.class);
        String domain = ("d".repeat(60) + ".").repeat(4);
        assertThatThrownBy(() -> new EmailAddress("someone@" + domain + "example.com"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isTheSameInAnyCase() {
        assertThat(new EmailAddress("Ada@Example.COM").key()).isEqualTo(new EmailAddress("ada@example.com").key());
    }
}
