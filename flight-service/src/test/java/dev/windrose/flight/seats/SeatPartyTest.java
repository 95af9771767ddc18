package dev.windrose.flight.seats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.catalogue.CabinLayout;
import dev.windrose.flight.seats.SeatParty.Seeker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeatPartyTest {
    private static final SeatMap NARROW = map(1, 6, "ABC-DEF");

    @ParameterizedTest
    @CsvSource({
        "1, 1A",
        "2, 1C 1D",
        "3, 1A 1B 1C",
        "4, 1A 1B 1C 1D",
        "5, 1A 1B 1C 1D 1E",
        "6, 1A 1B 1C 1D 1E 1F",
        "7, 1A 1B 1C 1D 2A 2B 2C",
        "8, 1A 1B 1C 1D 1E 1F 2C 2D"
    })
    void sitsInOneRowElseInTheNextAndLeavesNoSingleSeat(int party, String seats) {
        assertThat(numbers(seat(NARROW, "", adults(party)))).isEqualTo(seats);
    }

    @Test
    void fillsASingleSeatBeforeMakingOne() {
        assertThat(numbers(seat(NARROW, "1A 1B 1C 1D", adults(1)))).isEqualTo("2A");
        assertThat(numbers(seat(NARROW, "1A 1B 2A 2B 2C", adults(1)))).isEqualTo("1C");
        assertThat(numbers(seat(NARROW, "1A", adults(2)))).isEqualTo("1B 1C");
    }

    @Test
    void aRowBehindIsBetterThanASingleSeatLeft() {
        assertThat(numbers(seat(map(1, 2, "ABC"), "2A", adults(2)))).isEqualTo("2B 2C");
    }

    @Test
    void oneRowWithStrangersBetweenIsBetterThanTwoRows() {
        assertThat(numbers(seat(map(1, 2, "ABC"), "1B 2B 2C", adults(2)))).isEqualTo("1A 1C");
    }

    @Test
    void neighbouringRowsAreBetterThanDistantOnes() {
        String taken =
                "1B 1C 1D 1E 1F 2A 2B 2C 2D 2E 2F 3B 3C 3D 3E 3F 4A 4B 4D 4E 4F 5A 5B 5C 5D 5E 5F 6A 6B 6C 6D 6E";
        assertThat(numbers(seat(NARROW, taken, adults(2)))).isEqualTo("3A 4C");
    }

    @Test
    void whoComesLaterSitsWithHisParty() {
        assertThat(numbers(seat(NARROW, "4A 4B", "4A 4B", adults(1)))).isEqualTo("4C");
        assertThat(numbers(seat(NARROW, "4A 4B 4C 4D 4E 4F", "4A 4B 4C", adults(2))))
                .isEqualTo("3C 3D");
    }

    @Test
    void aChildSitsBesideAndNotAcrossTheAisle() {
        assertThat(numbers(seat(NARROW, "", List.of(adult("1"), child("2"))))).isEqualTo("1A 1B");
    }

    @Test
    void noChildSitsInAnExitRow() {
        SeatMap exits = map(1, 3, "ABC-DEF", 1, 2);

        assertThat(numbers(seat(exits, "", List.of(child("1"), adult("2"))))).isEqualTo("3A 3B");
        assertThat(SeatParty.seat(exits, Set.of("3A", "3B", "3C", "3D", "3E", "3F"), List.of(), List.of(child("1"))))
                .isEmpty();
    }

    @Test
    void anExitRowIsForGrownUpsWhoFindNoOtherSeat() {
        SeatMap exits = map(1, 3, "ABC-DEF", 1, 2);

        assertThat(numbers(seat(exits, "", adults(2)))).isEqualTo("3C 3D");
        Map<String, Seat> family = seat(exits, "3A 3B 3C 3D", List.of(adult("1"), child("2"), child("3"), adult("4")));
        assertThat(Set.of(number(family, "2"), number(family, "3"))).containsExactlyInAnyOrder("3E", "3F");
        assertThat(Set.of(number(family, "1"), number(family, "4"))).containsExactlyInAnyOrder("1A", "1B");
    }

    @Test
    void aSplitPartyLeavesNoChildWithoutAGrownUp() {
        List<Seeker> family = List.of(child("1"), child("2"), child("3"), child("4"), adult("5"), adult("6"));
        Map<String, Seat> seats = seat(map(1, 4, "AB-C"), "", family);

        assertThat(rows(seats.values())).hasSize(2);
        assertThat(number(seats, "5").charAt(0)).isNotEqualTo(number(seats, "6").charAt(0));
    }

    @Test
    void aFullCabinHasNoSeat() {
        assertThat(SeatParty.seat(map(1, 1, "A-B"), Set.of("1A"), List.of(), adults(2)))
                .isEmpty();
    }

    @Test
    void whateverIsFreeTheRulesHold() {
        Random random = new Random(11);
        for (int i = 0; i < 3_000; i++) {
            SeatMap map = map(1, 2 + random.nextInt(8), "ABC-DEF", 1 + random.nextInt(2));
            Set<String> taken = new HashSet<>();
            all(map).stream().filter(seat -> random.nextInt(10) < 6).forEach(seat -> taken.add(seat.number()));
            List<Seeker> party = IntStream.rangeClosed(1, 1 + random.nextInt(9))
                    .mapToObj(n -> new Seeker(String.valueOf(n), random.nextInt(4) == 0))
                    .toList();
            check(map, taken, party);
        }
    }

    private static void check(SeatMap map, Set<String> taken, List<Seeker> party) {
        List<Seat> free =
                all(map).stream().filter(seat -> !taken.contains(seat.number())).toList();
        List<Seat> ordinary = free.stream().filter(seat -> !seat.exitRow()).toList();
        long children = party.stream().filter(Seeker::child).count();
        var found = SeatParty.seat(map, taken, List.of(), party);
        assertThat(found.isPresent()).isEqualTo(ordinary.size() >= children && free.size() >= party.size());
        if (found.isEmpty()) {
            return;
        }
        Map<String, Seat> seats = found.get();
        assertThat(seats.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        party.stream().map(Seeker::passengerId).toList());
        assertThat(seats.values()).doesNotHaveDuplicates().isSubsetOf(free);
        party.stream()
                .filter(Seeker::child)
                .forEach(seeker -> assertThat(seats.get(seeker.passengerId()))
                        .extracting(Seat::exitRow)
                        .isEqualTo(false));
        if (ordinary.size() < party.size()) {
            return;
        }
        assertThat(seats.values()).noneMatch(Seat::exitRow);
        assertThat(span(seats.values())).isEqualTo(narrowest(ordinary, party.size()));
        if (children == 0
                && sideBySide(ordinary, party.size()).stream().anyMatch(run -> leaves(map, taken, run) <= 0)) {
            assertThat(leaves(map, taken, seats.values())).isLessThanOrEqualTo(0);
        }
    }

    /** Runs of so many seats in one row with nobody and nothing but aisles between. */
    private static List<List<Seat>> sideBySide(List<Seat> free, int count) {
        List<List<Seat>> runs = new ArrayList<>();
        for (int from = 0; from + count <= free.size(); from++) {
            List<Seat> run = free.subList(from, from + count);
            Seat first = run.get(0);
            Seat last = run.get(count - 1);
            if (first.row() == last.row() && last.index() - first.index() == count - 1) {
                runs.add(run);
            }
        }
        return runs;
    }

    /** How many single seats more there are afterwards. */
    private static int leaves(SeatMap map, Set<String> taken, Collection<Seat> seats) {
        Set<String> after = new HashSet<>(taken);
        seats.forEach(seat -> after.add(seat.number()));
        return singles(map, after) - singles(map, taken);
    }

    private static int singles(SeatMap map, Set<String> taken) {
        int singles = 0;
        for (List<Seat> row : map.rows()) {
            for (String block : List.of("ABC", "DEF")) {
                String free = row.stream()
                        .filter(seat -> block.contains(
                                seat.number().substring(seat.number().length() - 1)))
                        .map(seat -> taken.contains(seat.number()) ? "x" : "o")
                        .collect(Collectors.joining());
                singles += List.of("oxx", "xox", "xxo").contains(free) ? 1 : free.equals("oxo") ? 2 : 0;
            }
        }
        return singles;
    }

    private static int narrowest(List<Seat> free, int count) {
        int narrowest = Integer.MAX_VALUE;
        for (int from = 0; from + count <= free.size(); from++) {
            narrowest = Math.min(
                    narrowest, free.get(from + count - 1).row() - free.get(from).row() + 1);
        }
        return narrowest;
    }

    private static int span(Collection<Seat> seats) {
        TreeSet<Integer> rows = new TreeSet<>(rows(seats));
        return rows.last() - rows.first() + 1;
    }

    private static Set<Integer> rows(Collection<Seat> seats) {
        return seats.stream().map(Seat::row).collect(Collectors.toSet());
    }

    private static List<Seat> all(SeatMap map) {
        return map.rows().stream().flatMap(List::stream).toList();
    }

    private static Map<String, Seat> seat(SeatMap map, String taken, List<Seeker> party) {
        return seat(map, taken, "", party);
    }

    private static Map<String, Seat> seat(SeatMap map, String taken, String own, List<Seeker> party) {
        return SeatParty.seat(map, Set.copyOf(words(taken)), words(own), party).orElseThrow();
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    private static String numbers(Map<String, Seat> seats) {
        return seats.values().stream().map(Seat::number).sorted().collect(Collectors.joining(" "));
    }

    private static String number(Map<String, Seat> seats, String passenger) {
        return Objects.requireNonNull(seats.get(passenger)).number();
    }

    private static List<Seeker> adults(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> adult(String.valueOf(n)))
                .toList();
    }

    private static Seeker adult(String id) {
        return new Seeker(id, false);
    }

    private static Seeker child(String id) {
        return new Seeker(id, true);
    }

    private static SeatMap map(int firstRow, int lastRow, String columns, Integer... exitRows) {
        return new SeatMap(new CabinLayout(Cabin.ECONOMY, firstRow, lastRow, columns, List.of(exitRows)));
    }
}
