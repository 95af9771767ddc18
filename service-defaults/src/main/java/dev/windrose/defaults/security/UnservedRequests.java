package dev.windrose.defaults.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Lets through what no handler would take, so that the caller gets the 404 or 405 that is true instead of a 401. What is served but named
 * in no rule stays denied.
 */
final class UnservedRequests implements AuthorizationManager<RequestAuthorizationContext> {
    private final ObjectProvider<HandlerMapping> mappings;

    UnservedRequests(ObjectProvider<HandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends Authentication> caller, RequestAuthorizationContext context) {
        return new AuthorizationDecision(!served(context.getRequest()));
    }

    private boolean served(HttpServletRequest request) {
        if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        return mappings.orderedStream().anyMatch(mapping -> takes(mapping, request));
    }

    private static boolean takes(HandlerMapping mapping, HttpServletRequest request) {
        try {
            return mapping.getHandler(request) != null;
        } catch (HttpRequestMethodNotSupportedException | HttpMediaTypeException e) {
            return false;
        } catch (Exception e) {
            return true;
        }
    }
}
