package dev.windrose.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The stack's secrets, made once at random and kept where only their owner reads them. */
final class StackSecrets {

    private final Path folder;

    private StackSecrets(Path folder) {
        this.folder = folder;
    }

    /** Makes what isn't there yet below {@code data/keys}. */
    static StackSecrets keptBelow(Path data) {
        StackSecrets secrets = new StackSecrets(data.resolve("keys"));
        try {
            Folders.createPrivate(secrets.jwtKeys());
            if (!secrets.hasSigningKey()) {
                secrets.makeSigningKey();
            }
            if (!Files.exists(secrets.serviceToken())) {
                byte[] random = new byte[48];
                new SecureRandom().nextBytes(random);
                writePrivately(secrets.serviceToken(), Base64.getEncoder().encodeToString(random));
            }
            return secrets;
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new LocalStackException("The secrets could not be kept below " + data + ": " + e, e);
        }
    }

    /** {@code JWT_KEYS_DIR} and {@code SERVICE_TOKEN_SECRET}. */
    Map<String, String> environment() {
        try {
            Map<String, String> environment = new HashMap<>();
            environment.put("JWT_KEYS_DIR", jwtKeys().toString());
            environment.put(
                    "SERVICE_TOKEN_SECRET", Files.readString(serviceToken()).trim());
            return environment;
        } catch (IOException e) {
            throw new LocalStackException("The secret in " + serviceToken() + " cannot be read: " + e, e);
        }
    }

    private Path jwtKeys() {
        return folder.resolve("jwt");
    }

    private Path serviceToken() {
        return folder.resolve("service-token-secret");
    }

    private boolean hasSigningKey() throws IOException {
        try (Stream<Path> files = Files.list(jwtKeys())) {
            return files.anyMatch(file -> file.toString().endsWith(".pem"));
        }
    }

    private void makeSigningKey() throws IOException, NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
        String kid = "local-" + LocalDate.now(ZoneOffset.UTC);
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
                + "\n-----END PRIVATE KEY-----\n";
        writePrivately(jwtKeys().resolve(kid + ".pem"), pem);
    }

    /** Whole or not at all: a start that is cut short leaves no half key behind. */
    private static void writePrivately(Path file, String content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, content, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
