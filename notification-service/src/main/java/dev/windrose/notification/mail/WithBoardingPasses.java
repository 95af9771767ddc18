package dev.windrose.notification.mail;

import dev.windrose.notification.mail.BookingTold.Segment;
import java.util.List;

/** What is told with boarding passes, if there are any: for the one flight it is about. */
public interface WithBoardingPasses {
    List<Segment> segments();

    /** The passengers whose passes go with the mail. */
    List<String> withPasses();
}
