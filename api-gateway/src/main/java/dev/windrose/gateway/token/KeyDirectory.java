package dev.windrose.gateway.token;

import dev.windrose.gateway.token.SigningKeys.SigningKey;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** A folder of RSA private keys, {@code <kid>.pem} in PKCS#8, shared by the gateway's replicas. */
final class KeyDirectory {
    private static final ReentrantLock IN_THIS_JVM = new ReentrantLock();
    private static final String SUFFIX = ".pem";
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final int MIN_BITS = 2048;

    private final Path folder;

    KeyDirectory(Path folder) {
        this.folder = folder;
    }

    /** The keys that are there, at least one. */
    SigningKeys read() throws IOException {
        NavigableMap<String, SigningKey> keys = new TreeMap<>();
        for (Path file : pemFiles()) {
            String name = String.valueOf(file.getFileName());
            String id = name.substring(0, name.length() - SUFFIX.length());
            keys.put(id, parse(id, Files.readString(file)));
        }
        if (keys.isEmpty()) {
            throw new IOException("it holds no <kid>.pem");
        }
        return new SigningKeys(keys);
    }

    /** Makes the first key if there is none. Of several processes starting at once one does, and the others then see its key. */
    void createFirstKey(Clock clock) throws IOException {
        Files.createDirectories(folder);
        IN_THIS_JVM.lock();
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && pemFiles().isEmpty()) {
                write(LocalDate.now(clock) + "-" + UUID.randomUUID().toString().substring(0, 8));
            }
        } finally {
            IN_THIS_JVM.unlock();
        }
    }

    private void write(String id) throws IOException {
        Path unfinished = folder.resolve(id + ".tmp");
        Files.writeString(unfinished, generate(), StandardOpenOption.CREATE_NEW);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rw-------"));
        }
        Files.move(unfinished, folder.resolve(id + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
    }

    private List<Path> pemFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
        }
    }

    private static String generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(MIN_BITS);
            byte[] pkcs8 = generator.generateKeyPair().getPrivate().getEncoded();
            String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(pkcs8);
            return BEGIN + "\n" + body + "\n" + END + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java knows no RSA", e);
        }
    }

    private static SigningKey parse(String id, String pem) throws IOException {
        try {
            int from = pem.indexOf(BEGIN);
            int to = pem.indexOf(END);
            if (from < 0 || to < from) {
                throw new IOException(id + SUFFIX + " is no PKCS#8 private key in PEM");
            }
            byte[] pkcs8 = Base64.getMimeDecoder().decode(pem.substring(from + BEGIN.length(), to));
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey key = (RSAPrivateCrtKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            if (key.getModulus().bitLength() < MIN_BITS) {
                throw new IOException(id + SUFFIX + " has fewer than " + MIN_BITS + " bits");
            }
            return new SigningKey(
                    id, key, rsa.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())));
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            throw new IOException(id + SUFFIX + " is no RSA key", e);
        }
    }
}
