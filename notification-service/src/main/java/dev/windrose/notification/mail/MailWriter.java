package dev.windrose.notification.mail;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes a mail from what was told, with the templates in {@code /mail}. */
@Component
public class MailWriter {
    private static final Pattern TRAILING_BLANKS = Pattern.compile("[ \\t]+(?=\\R)");
    private static final Pattern BLANK_LINES = Pattern.compile("\\R{3,}");

    private final TemplateEngine html = engine(TemplateMode.HTML, ".html");
    private final TemplateEngine text = engine(TemplateMode.TEXT, ".txt");

    /** One line that says it all, for the mail and the feed. */
    public String subject(MailType type, Told told) {
        return PlainText.oneLine(
                switch (type) {
                    case WELCOME -> "Welcome to Windrose";
                    case BOOKING_CONFIRMED -> "You’re booked: " + summary(told);
                    case BOOKING_EXPIRED -> "Your seats were released: " + summary(told);
                    case BOOKING_CANCELLED -> summary(told);
                    case CHECK_IN_OPEN -> "Check-in is open: " + summary(told);
                    case CHECKED_IN -> "You’re checked in: " + summary(told);
                    case SEAT_CHANGED -> "Your seat has changed: " + summary(told);
                    case FLIGHT_DELAYED -> newTimes(told) + summary(told);
                    case FLIGHT_CANCELLED -> "Your flight is cancelled: " + summary(told);
                    case PRICE_DROP -> summary(told);
                });
    }

    public Mail write(MailType type, Told told) {
        String subject = subject(type, told);
        Context context = new Context(Locale.ENGLISH);
        context.setVariable("subject", subject);
        context.setVariable("recipient", told.recipient());
        if (told instanceof BookingTold booking) {
            context.setVariable("trip", TripText.of(booking));
        }
        if (told instanceof CancellationTold cancellation) {
            context.setVariable("trip", CancellationText.of(cancellation));
        }
        if (told instanceof DisruptionTold disruption) {
            context.setVariable("trip", DisruptionText.of(disruption));
        }
        FlightText flight = flight(told);
        if (flight != null) {
            context.setVariable("trip", flight);
        }
        if (told instanceof PriceDropTold drop) {
            context.setVariable("drop", PriceDropText.of(drop));
        }
        String template = type.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Mail(subject, html.process(template, context), tidy(text.process(template, context)));
    }

    private static String summary(Told told) {
        if (told instanceof BookingTold booking) {
            TripText trip = TripText.of(booking);
            return trip.title() + ", " + trip.firstDay() + " (" + trip.reference() + ")";
        }
        if (told instanceof CancellationTold cancellation) {
            CancellationText text = CancellationText.of(cancellation);
            return (text.whole() ? "Your booking is cancelled: " : "Part of your booking is cancelled: ") + text.title()
                    + ", " + text.firstDay() + " (" + text.reference() + ")";
        }
        if (told instanceof PriceDropTold drop) {
            PriceDropText text = PriceDropText.of(drop);
            return text.title() + ", " + text.shortDay() + ": now from " + text.price();
        }
        if (told instanceof DisruptionTold disruption) {
            DisruptionText text = DisruptionText.of(disruption);
            return text.title() + ", " + text.firstDay() + " (" + text.reference() + ")";
        }
        FlightText flight = flight(told);
        if (flight != null) {
            return flight.title() + ", " + flight.firstDay() + " (" + flight.reference() + ")";
        }
        throw new IllegalArgumentException("no booking and no price is told of");
    }

    private static String newTimes(Told told) {
        return told instanceof DisruptionTold disruption
                        && DisruptionText.of(disruption).later().isEmpty()
                ? "Your flight has new times: "
                : "Your flight is delayed: ";
    }

    private static @Nullable FlightText flight(Told told) {
        if (told instanceof CheckInOpenTold open) {
            return FlightText.of(open);
        }
        if (told instanceof CheckedInTold checkedIn) {
            return FlightText.of(checkedIn);
        }
        return told instanceof SeatChangedTold changed ? FlightText.of(changed) : null;
    }

    private static String tidy(String text) {
        String unix = text.replace("\r\n", "\n");
        return BLANK_LINES
                        .matcher(TRAILING_BLANKS.matcher(unix).replaceAll(""))
                        .replaceAll("\n\n")
                        .strip() + "\n";
    }

    private static TemplateEngine engine(TemplateMode mode, String suffix) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(MailWriter.class.getClassLoader());
        resolver.setPrefix("mail/");
        resolver.setSuffix(suffix);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
