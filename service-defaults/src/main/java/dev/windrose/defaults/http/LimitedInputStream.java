package dev.windrose.defaults.http;

import dev.windrose.defaults.problem.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** Counts what is read, and refuses to read on past a limit. */
public final class LimitedInputStream extends FilterInputStream {
    private final long limit;
    private final Supplier<ProblemException> refusal;
    private long read;

    /** @param limit in bytes. @param refusal what is thrown by the read that passes it */
    public LimitedInputStream(InputStream in, long limit, Supplier<ProblemException> refusal) {
        super(in);
        this.limit = limit;
        this.refusal = refusal;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > limit) {
            throw refusal.get();
        }
    }
}
