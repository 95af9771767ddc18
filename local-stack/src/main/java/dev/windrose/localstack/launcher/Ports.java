package dev.windrose.localstack.launcher;

import dev.windrose.localstack.FreePorts;
import dev.windrose.localstack.LocalStackException;
import dev.windrose.localstack.Service;
import dev.windrose.localstack.StackSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ports a stack needs, each with the setting that moves it. */
final class Ports {

    private final Map<Integer, String> needed = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    Ports(StackSettings settings) {
        for (Service service : Service.values()) {
            need(settings.port(service), service.portVariable());
            need(settings.port(service) + Service.MANAGEMENT_OFFSET, service.portVariable());
        }
        if (!settings.isElsewhere("MYSQL_HOST")) {
            need(settings.databasePort(), "MYSQL_PORT");
        }
        if (!settings.isElsewhere("RABBITMQ_HOST")) {
            need(settings.brokerPort(), "RABBITMQ_PORT");
        }
        if (!settings.isElsewhere("SMTP_HOST")) {
            need(settings.smtpPort(), "SMTP_PORT");
            need(settings.mailPagePort(), "MAIL_PAGE_PORT");
        }
    }

    private void need(int port, String variable) {
        String other = needed.putIfAbsent(port, variable);
        if (other != null) {
            faults.add("  " + port + " is wanted twice, by " + other + " and " + variable);
        }
    }

    /** Names every taken port, its owner where possible, and what moves it. */
    void requireFree() {
        List<String> lines = new ArrayList<>(faults);
        needed.forEach((port, variable) -> {
            if (FreePorts.isTaken(port)) {
                String owner = PortOwners.of(port).map(who -> " (" + who + ")").orElse("");
                lines.add("  " + port + " is taken" + owner + "; another one: " + variable + "=…");
            }
        });
        if (!lines.isEmpty()) {
            throw new LocalStackException("Ports that Windrose needs are not free:\n" + String.join("\n", lines));
        }
    }
}
