package dev.windrose.booking.boardingpass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.booking.flight.Cabin;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The 60 characters of Resolution 792. */
class BoardingPassCodeTest {

    @Test
    void everyFieldIsInItsPlace() {
        String code = Passes.of("Ada", "Lovelace").code().text();
        assertThat(code).isEqualTo("M1LOVELACE/ADA        EK7QX2M SEAANCAS 0065 335Y012A0001 100");
        assertThat(code).hasSize(60);
    }

    @ParameterizedTest
    @CsvSource({
        "AS1,       FIRST,           1A,   1,    'AS 0001 335F001A0001 100'",
        "B61234,    BUSINESS,        14K,  42,   'B6 1234 335C014K0042 100'",
        "U2999X,    PREMIUM_ECONOMY, 100J, 9999, 'U2 0999X335W100J9999 100'",
        "4Y7,       ECONOMY,         9C,   300,  '4Y 0007 335Y009C0300 100'"
    })
    void flightCabinSeatAndSequenceHaveTheirForms(String flight, Cabin cabin, String seat, int sequence, String end) {
        String code = Passes.departingAt("2026-12-01T06:15", "A", "B", flight, cabin, seat, sequence)
                .code()
                .text();
        assertThat(code).hasSize(60).endsWith(end);
    }

    @Test
    void theDayIsThatOfTheOrigin() {
        BoardingPass late = Passes.departingAt("2026-12-31T23:30", "A", "B", "AS65", Cabin.ECONOMY, "1A", 1);
        assertThat(late.departureTime().withOffsetSameInstant(ZoneOffset.UTC).getDayOfYear())
                .isEqualTo(1);
        assertThat(late.code().text().substring(44, 47)).isEqualTo("365");
    }

    @ParameterizedTest
    @CsvSource({
        "Ada,         Lovelace,       LOVELACE/ADA",
        "O,           A,              A/O",
        "Anna-Lena,   von der Heide,  VONDERHEIDE/ANNALENA",
        "Jörg,        Weiß,           WEISS/JOERG",
        "Søren,       Ægidius,        AEGIDIUS/SOEREN",
        "Łukasz,      Żółć,           ZOLC/LUKASZ",
        "Zoë,         D'Ángelo,       DANGELO/ZOE",
        "İrem,        Yıldız,         YILDIZ/IREM",
        "Nguyễn,      Trần Đức,       TRANDUC/NGUYEN",
        "Фёдор,       Щукин,          SHCHUKIN/FEDOR",
        "Юлія,        Єжикова,        IEZHIKOVA/IULIIA",
        "Γιώργος,     Παπαδόπουλος,   PAPADOPOULOS/GIORGOS",
        "小明,        王,             WANG/XIAOMING",
        "さくら,      たなか,         TANAKA/SAKURA",
        "민준,        김,             GIM/MINJUN",
        "Wolfeschlegelsteinhausenbergerdorff, Hubert, HUBERT/WOLFESCHLEGEL",
        "Hubert, Wolfeschlegelsteinhausenbergerdorff, WOLFESCHLEGELSTEINHA",
        "😀,          2pac 4,         PAC/X"
    })
    void namesBecomeLettersFromAToZ(String first, String last, String name) {
        String code = Passes.of(first, last).code().text();
        assertThat(code).hasSize(60);
        assertThat(code.substring(2, 22)).isEqualTo(String.format("%-20s", name));
    }

    @ParameterizedTest
    @CsvSource({"محمد, عليّ", "שרה, כהן", "अमित, शर्मा", "สมชาย, ใจดี", "გიორგი, ბერიძე", "Արամ, Խաչատրյան"})
    void everyScriptGivesAName(String first, String last) {
        assertThat(Passes.of(first, last).code().text().substring(2, 22)).matches("[A-Z]{2,}/[A-Z]{2,} *");
    }

    @Test
    void aDecomposedUmlautIsAnUmlaut() {
        assertThat(Passes.of("Jo\u0308rg", "B").code().name()).isEqualTo("B/JOERG");
    }

    @ParameterizedTest
    @CsvSource({"AS65, 12A", "U2999X, 1C", "B61234, 100K"})
    void whatIsWrittenIsRead(String flight, String seat) {
        BoardingPassCode code = Passes.departingAt(
                        "2026-12-01T06:15", "Ada", "Lovelace", flight, Cabin.BUSINESS, seat, 17)
                .code();
        assertThat(BoardingPassCode.parse(code.text())).contains(code);
        assertThat(BoardingPassCode.parse(code.text().substring(0, 58) + "08conditional"))
                .contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "hello",
        "M1LOVELACE/ADA",
        "M2LOVELACE/ADA        EK7QX2M SEAANCAS 0065 335Y012A0001 100",
        "M1LOVELACE/ADA        EK7QX2M SEAANCAS 0065 335Y012A0001"
    })
    void whatIsNoPassIsNone(String text) {
        assertThat(BoardingPassCode.parse(text)).isEmpty();
    }
}
