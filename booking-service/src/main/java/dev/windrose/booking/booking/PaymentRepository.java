package dev.windrose.booking.booking;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The payments; changed under their booking's lock. */
interface PaymentRepository extends Repository<Payment, String> {
    Payment save(Payment payment);

    Optional<Payment> findById(String id);

    List<Payment> findByBookingIdInOrderByCreatedAt(Collection<String> bookingIds);

    Optional<Payment> findByBookingIdAndState(String bookingId, PaymentState state);
}
