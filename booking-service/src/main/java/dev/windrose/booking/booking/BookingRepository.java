package dev.windrose.booking.booking;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The bookings. Whoever changes one locks it. */
interface BookingRepository extends Repository<Booking, String> {
    Booking saveAndFlush(Booking booking);

    Optional<Booking> findById(String id);

    Optional<Booking> findByReference(String reference);

    Optional<Booking> findByReferenceAndUserId(String reference, String userId);

    List<Booking> findByIdIn(Collection<String> ids);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from Booking b where b.id = ?1")
    Optional<Booking> lock(String id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from Booking b where b.reference = ?1 and b.userId = ?2")
    Optional<Booking> lock(String reference, String userId);

    /** Whosever it is: for staff. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from Booking b where b.reference = ?1")
    Optional<Booking> lockByReference(String reference);
}
