package dev.windrose.gateway.proxy;

import java.util.Locale;
import java.util.Set;

/** Headers that end at this hop (RFC 9110, 7.6.1), and those that each side writes for itself. */
final class HopByHop {
    private static final Set<String> ALWAYS = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "content-length",
            "x-request-id");

    private static final Set<String> REQUEST = Set.of("host", "expect", "forwarded", "x-real-ip");
    private static final Set<String> ANSWER = Set.of("date", "server");

    private HopByHop() {}

    /** What a client says of other hops is not believed: {@code Forwarded} and {@code X-Forwarded-*} are ours to write. */
    static boolean endsRequest(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ALWAYS.contains(lower) || REQUEST.contains(lower) || lower.startsWith("x-forwarded-");
    }

    static boolean endsAnswer(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ALWAYS.contains(lower) || ANSWER.contains(lower);
    }
}
