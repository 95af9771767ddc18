package dev.windrose.booking.booking;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One who travels. Its id within the booking is its place in the list, from 1. */
@Embeddable
class Passenger {
    private String firstName;
    private String lastName;
    private @Nullable LocalDate dateOfBirth;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private PassengerType type;

    private @Nullable String ticketNumber;

    @SuppressWarnings("NullAway.Init")
    protected Passenger() {}

    Passenger(NewPassenger passenger) {
        this.firstName = passenger.firstName();
        this.lastName = passenger.lastName();
        this.dateOfBirth = passenger.dateOfBirth();
        this.type = passenger.type();
    }

    void receive(String ticket) {
        ticketNumber = ticket;
    }

    String firstName() {
        return firstName;
    }

    String lastName() {
        return lastName;
    }

    PassengerType type() {
        return type;
    }

    @Nullable
    String ticketNumber() {
        return ticketNumber;
    }
}
