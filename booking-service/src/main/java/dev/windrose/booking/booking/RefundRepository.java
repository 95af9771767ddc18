package dev.windrose.booking.booking;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

/** The refunds; added under their booking's lock. */
interface RefundRepository extends Repository<Refund, String> {
    Refund save(Refund refund);

    List<Refund> findByBookingIdInOrderByRefundedAt(Collection<String> bookingIds);
}
