package dev.windrose.notification.notification.web;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.defaults.security.CurrentUser;
import dev.windrose.notification.mail.MailType;
import dev.windrose.notification.notification.Preferences;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which mails the signed-in user gets. */
@RestController
@RequestMapping("/api/v1/notifications/preferences")
class PreferencesController {
    private final Preferences preferences;

    PreferencesController(Preferences preferences) {
        this.preferences = preferences;
    }

    /** 200 with every type and whether it is sent: {@code {"PRICE_DROP":true,…}}. */
    @GetMapping
    Map<MailType, Boolean> get(CurrentUser user) {
        return preferences.of(user.id());
    }

    /**
     * Changes the types named and leaves the others.
     *
     * @return 200 as GET; 400 {@code validation_failed} for what isn't a type or not true or false, and for switching off a mail that a
     *     booking or an account depends on
     */
    @PutMapping
    Map<MailType, Boolean> change(CurrentUser user, @RequestBody Map<String, @Nullable Object> changes) {
        Faults faults = new Faults();
        Map<MailType, Boolean> wanted = new EnumMap<>(MailType.class);
        changes.forEach((name, value) -> {
            Optional<MailType> type = Arrays.stream(MailType.values())
                    .filter(known -> known.name().equals(name))
                    .findFirst();
            if (type.isEmpty()) {
                faults.add(name, "unknown", "is no type of mail");
            } else if (!(value instanceof Boolean said)) {
                faults.add(name, "invalid", "must be true or false");
            } else if (!said && !type.get().isOptional()) {
                faults.add(name, "required", "can't be switched off: a booking or an account depends on it");
            } else {
                wanted.put(type.get(), said);
            }
        });
        faults.throwIfAny();
        return preferences.change(user.id(), wanted);
    }
}
