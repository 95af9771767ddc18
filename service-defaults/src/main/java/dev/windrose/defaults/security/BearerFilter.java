package dev.windrose.defaults.security;

import dev.windrose.defaults.problem.ProblemException;
import dev.windrose.defaults.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes the bearer token of a request, if there is one: a good one signs in, a bad one ends the request with 401. */
final class BearerFilter extends OncePerRequestFilter {
    private static final String SCHEME = "bearer ";

    private final Function<String, Authentication> verify;
    private final Problems problems;

    BearerFilter(Function<String, Authentication> verify, Problems problems) {
        this.verify = verify;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            chain.doFilter(request, response);
            return;
        }
        try {
            signIn(header);
        } catch (ProblemException e) {
            problems.write(e, request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private void signIn(String header) {
        if (!header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw Unauthenticated.invalidToken();
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(verify.apply(header.substring(SCHEME.length()).strip()));
        SecurityContextHolder.setContext(context);
    }
}
