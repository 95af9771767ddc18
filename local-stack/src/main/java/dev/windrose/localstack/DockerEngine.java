package dev.windrose.localstack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a Docker engine in a fraction of a second whether it can give us a container of an image. */
final class DockerEngine {

    private static final Duration ANSWER_LIMIT = Duration.ofMillis(400);
    private static final Duration PULL_LIMIT = Duration.ofMinutes(3);

    private final Optional<SocketAddress> address;

    DockerEngine(Optional<SocketAddress> address) {
        this.address = address;
    }

    /** The engine of {@code DOCKER_HOST}, else the one behind a socket at the usual places, else none. */
    static DockerEngine fromEnvironment(Map<String, String> environment) {
        String host = environment.getOrDefault("DOCKER_HOST", "");
        if (!host.isEmpty()) {
            return new DockerEngine(Optional.of(parse(URI.create(host))));
        }
        return new DockerEngine(List.of(
                        Path.of("/var/run/docker.sock"),
                        Path.of(System.getProperty("user.home"), ".docker/run/docker.sock"))
                .stream()
                .filter(Files::exists)
                .findFirst()
                .map(UnixDomainSocketAddress::of));
    }

    /** Why there can be no container of the image; empty if there can. Pulls it if it isn't there. */
    String obstacleTo(String image) {
        if (address.isEmpty()) {
            return "there is no Docker";
        }
        try {
            if (!ask("GET /_ping", ANSWER_LIMIT).contains(" 200 ")) {
                return "Docker does not answer";
            }
            if (ask("GET /images/" + image + "/json", ANSWER_LIMIT).contains(" 200 ")) {
                return "";
            }
            String[] nameAndTag = image.split(":", 2);
            String pull = ask("POST /images/create?fromImage=" + nameAndTag[0] + "&tag=" + nameAndTag[1], PULL_LIMIT);
            return pull.contains(" 200 ") && !pull.contains("\"error\"") ? "" : "Docker cannot pull " + image;
        } catch (IOException | TimeoutException e) {
            return "Docker does not answer";
        }
    }

    private static SocketAddress parse(URI host) {
        return "unix".equals(host.getScheme())
                ? UnixDomainSocketAddress.of(host.getPath())
                : new InetSocketAddress(host.getHost(), host.getPort());
    }

    /** The whole answer, status line first; HTTP/1.0, so that it ends with the connection. */
    private String ask(String request, Duration limit) throws IOException, TimeoutException {
        SocketAddress to = address.orElseThrow();
        try (SocketChannel channel = to instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open()) {
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> exchange(channel, to, request));
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String exchange(SocketChannel channel, SocketAddress to, String request) {
        try {
            channel.connect(to);
            String head = request + " HTTP/1.0\r\nHost: docker\r\nContent-Length: 0\r\n\r\n";
            channel.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
            StringBuilder answer = new StringBuilder();
            ByteBuffer buffer = ByteBuffer.allocate(8192);
            while (channel.read(buffer) >= 0) {
                answer.append(StandardCharsets.UTF_8.decode(buffer.flip()));
                buffer.clear();
            }
            return answer.toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
