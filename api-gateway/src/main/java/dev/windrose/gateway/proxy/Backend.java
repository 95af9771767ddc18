package dev.windrose.gateway.proxy;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The services behind the door, and which paths are whose. What no line here names is served by nobody. */
public enum Backend {
    FLIGHT,
    BOOKING,
    NOTIFICATION;

    private static final String BASE = "/api/v1/";
    private static final String IMPORTS = BASE + "imports/";
    private static final Pattern REVIEWS = Pattern.compile("/api/v1/flight-numbers/[^/]+/reviews");

    private static final Map<String, Backend> BY_RESOURCE = Map.ofEntries(
            Map.entry("cities", FLIGHT),
            Map.entry("airports", FLIGHT),
            Map.entry("airlines", FLIGHT),
            Map.entry("airplanes", FLIGHT),
            Map.entry("flights", FLIGHT),
            Map.entry("imports", FLIGHT),
            Map.entry("schedules", FLIGHT),
            Map.entry("flight-numbers", FLIGHT),
            Map.entry("price-watches", FLIGHT),
            Map.entry("bookings", BOOKING),
            Map.entry("boarding-passes", BOOKING),
            Map.entry("notifications", NOTIFICATION));

    private static final Map<String, Backend> BY_ADMIN_RESOURCE =
            Map.of("audit-log", FLIGHT, "reconciliation", BOOKING, "notifications", NOTIFICATION);

    /** Whose path it is, or null. @param path as it came, not decoded: an escaped letter makes it nobody's */
    public static @Nullable Backend of(String path) {
        if (!path.startsWith(BASE)) {
            return null;
        }
        String resource = segment(path, BASE.length());
        if (resource.equals("admin")) {
            return BY_ADMIN_RESOURCE.get(segment(path, BASE.length() + "admin/".length()));
        }
        return REVIEWS.matcher(path).matches() ? BOOKING : BY_RESOURCE.get(resource);
    }

    /** Whether the path takes files: large, streamed, and without the usual time limit. */
    public static boolean isImport(String path) {
        return path.startsWith(IMPORTS);
    }

    private static String segment(String path, int from) {
        if (from >= path.length()) {
            return "";
        }
        int end = path.indexOf('/', from);
        return end < 0 ? path.substring(from) : path.substring(from, end);
    }
}
