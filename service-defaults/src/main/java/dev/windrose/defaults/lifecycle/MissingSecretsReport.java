package dev.windrose.defaults.lifecycle;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;

/** Tells of missing secrets in one line instead of a stack trace. */
final class MissingSecretsReport implements SpringBootExceptionReporter {
    private static final Logger log = LoggerFactory.getLogger(MissingSecretsReport.class);

    @Override
    public boolean reportException(Throwable failure) {
        if (failure instanceof MissingSecrets missing) {
            log.error(missing.getMessage());
            return true;
        }
        return false;
    }
}
