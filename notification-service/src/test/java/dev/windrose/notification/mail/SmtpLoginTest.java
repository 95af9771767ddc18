package dev.windrose.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

/** {@code SMTP_USERNAME} and {@code SMTP_PASSWORD}, on a server that knows one user. */
class SmtpLoginTest {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
        server.setUser("mailer@windrose.example", "mailer", "the mailer's secret");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void logsInAsTheyName() {
        withLogin("mailer", "the mailer's secret")
                .run(context -> context.getBean(JavaMailSender.class).send(mail()));

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void sendsNothingWhenTheServerRefusesThem() {
        withLogin("mailer", "another secret")
                .run(context -> assertThatThrownBy(
                                () -> context.getBean(JavaMailSender.class).send(mail()))
                        .isInstanceOf(MailAuthenticationException.class));

        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void logsInNowhereWithoutThem() {
        withLogin("", "").run(context -> context.getBean(JavaMailSender.class).send(mail()));

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    /** The service's own configuration, of which only mail is started. */
    private ApplicationContextRunner withLogin(String user, String password) {
        return new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
                .withPropertyValues(
                        "SMTP_HOST=127.0.0.1",
                        "SMTP_PORT=" + server.getSmtp().getPort(),
                        "SMTP_USERNAME=" + user,
                        "SMTP_PASSWORD=" + password);
    }

    private static SimpleMailMessage mail() {
        SimpleMailMessage mail = new SimpleMailMessage();
        mail.setFrom("no-reply@windrose.example");
        mail.setTo("ada@example.com");
        mail.setSubject("Hello");
        mail.setText("Hello");
        return mail;
    }
}
