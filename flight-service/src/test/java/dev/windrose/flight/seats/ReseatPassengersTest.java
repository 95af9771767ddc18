package dev.windrose.flight.seats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.flight.catalogue.Airplane;
import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.catalogue.CabinLayout;
import dev.windrose.flight.catalogue.Registration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReseatPassengersTest {
    private static final Airplane BEFORE = airplane(1, 30, "ABC-DEF");

    @Test
    void whoCanKeepHisSeatKeepsIt() {
        assertThat(moves(airplane(1, 12, "ABC-DEF", 10), taken("a", "3A", "3B"), taken("b", "12F")))
                .isEmpty();
    }

    @Test
    void aSinglePassengerKeepsHisKindOfSeatAndMovesNoFurtherThanHeMust() {
        assertThat(moves(
                        airplane(1, 12, "ABC-DEF"),
                        taken("a", "12A"),
                        taken("b", "14A"),
                        taken("c", "15C"),
                        taken("d", "16E")))
                .containsExactlyInAnyOrderEntriesOf(Map.of("14A", "12F", "15C", "12C", "16E", "12B"));
    }

    @Test
    void aPartyStaysTogetherRatherThanAtItsWindows() {
        Map<String, String> moves = moves(
                airplane(1, 12, "ABC-DEF"),
                taken("a", "12B", "12E"),
                taken("b", "11B"),
                taken("c", "20A", "20B", "20C"));

        assertThat(moves.keySet()).containsExactlyInAnyOrder("20A", "20B", "20C");
        assertThat(moves.values()).containsExactlyInAnyOrder("11D", "11E", "11F");
        assertThat(moves).containsEntry("20A", "11F").containsEntry("20C", "11D");
    }

    @Test
    void aPartyTooLargeForARowIsSplitOverNeighbouringOnes() {
        Map<String, String> moves =
                moves(airplane(1, 3, "AB-CD"), taken("a", "20A", "20B", "20C", "20D", "20E", "20F"));

        assertThat(rowsOf(moves)).containsExactlyInAnyOrder("3", "2");
    }

    @Test
    void nobodyComesIntoAnExitRowWhoDidNotChooseOne() {
        Airplane exits = airplane(1, 12, "ABC-DEF", 11, 12);

        assertThat(rowsOf(moves(exits, taken("a", "20A", "20B"), taken("b", "12C"))))
                .containsOnly("10");
    }

    @Test
    void anExitRowIsBetterThanNoSeat() {
        assertThat(moves(airplane(1, 1, "A-B", 1), taken("a", "20A", "20B")).values())
                .containsExactlyInAnyOrder("1A", "1B");
    }

    @Test
    void aChildDoesNotComeIntoAnExitRow() {
        Airplane exits = airplane(1, 2, "AB-C", 1);

        assertThat(rowsOf(moves(exits, taken("children", "20A", "20B", "20C")))).containsOnly("2");
        Map<String, String> crowded = moves(exits, taken("a", "2A", "2B"), taken("child", "20A"), taken("b", "21A"));
        assertThat(crowded).containsEntry("20A", "2C");
    }

    @Test
    void whoChoseAnExitRowGetsOne() {
        Airplane before = airplane(1, 30, "ABC-DEF", 20);
        Airplane after = airplane(1, 12, "ABC-DEF", 6);

        assertThat(moves(after, before, taken("a", "20A"))).containsExactlyEntriesOf(Map.of("20A", "6A"));
    }

    @Test
    void everybodyHasASeatOfHisOwnHoweverFullItIs() {
        Random random = new Random(7);
        Airplane after = airplane(1, 11, "AC-DF", 3);
        for (int run = 0; run < 200; run++) {
            List<TakenSeat> seats = new ArrayList<>();
            Set<String> numbers = new HashSet<>();
            while (seats.size() < 44) {
                String number = 1
                        + random.nextInt(30)
                        + "ABCDEF".substring(random.nextInt(6)).substring(0, 1);
                if (numbers.add(number)) {
                    seats.addAll(taken("booking-" + seats.size() / (1 + random.nextInt(4)), number));
                }
            }

            List<SeatMove> moves = ReseatPassengers.onto(after, BEFORE, seats);

            Set<String> moved = moves.stream().map(move -> move.from().number()).collect(Collectors.toSet());
            List<String> now = new ArrayList<>(
                    moves.stream().map(move -> move.to().number()).toList());
            seats.stream()
                    .map(TakenSeat::number)
                    .filter(number -> !moved.contains(number))
                    .forEach(now::add);
            SeatMap map = new SeatMap(after.cabins().get(0));
            assertThat(now)
                    .hasSize(44)
                    .doesNotHaveDuplicates()
                    .allMatch(number -> map.find(number).isPresent());
        }
    }

    @SafeVarargs
    private static Map<String, String> moves(Airplane after, List<TakenSeat>... parties) {
        return moves(after, BEFORE, parties);
    }

    @SafeVarargs
    private static Map<String, String> moves(Airplane after, Airplane before, List<TakenSeat>... parties) {
        List<TakenSeat> all = new ArrayList<>();
        for (List<TakenSeat> party : parties) {
            all.addAll(party);
        }
        return ReseatPassengers.onto(after, before, all).stream()
                .collect(Collectors.toMap(
                        move -> move.from().number(), move -> move.to().number()));
    }

    private static Set<String> rowsOf(Map<String, String> moves) {
        return moves.values().stream().map(seat -> seat.replaceAll("[A-Z]", "")).collect(Collectors.toSet());
    }

    private static List<TakenSeat> taken(String booking, String... numbers) {
        List<TakenSeat> seats = new ArrayList<>();
        for (String number : numbers) {
            seats.add(
                    new TakenSeat(number, Cabin.ECONOMY, booking, number, booking.startsWith("child"), SeatState.HELD));
        }
        return seats;
    }

    private static Airplane airplane(int firstRow, int lastRow, String columns, Integer... exitRows) {
        return new Airplane(
                new Registration("TEST"),
                "Test",
                List.of(new CabinLayout(Cabin.ECONOMY, firstRow, lastRow, columns, List.of(exitRows))));
    }
}
