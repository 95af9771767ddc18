package dev.windrose.flight.watches;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** What is to be checked: each flight and watch once, however often it is asked for; of too many, all watches instead. */
@Component
class PendingChecks {
    private static final int MOST = 20_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition asked = lock.newCondition();
    private final Set<Long> flights = new LinkedHashSet<>();
    private final Set<Long> watches = new LinkedHashSet<>();
    private boolean all;

    /** Some of it. @param all whether every watch there is was asked for */
    record Due(Set<Long> flights, Set<Long> watches, boolean all) {}

    void flights(Collection<Long> ids) {
        add(flights, ids);
    }

    void watches(Collection<Long> ids) {
        add(watches, ids);
    }

    void all() {
        lock.lock();
        try {
            flights.clear();
            watches.clear();
            all = true;
            asked.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes up to so many of each, as soon as there is anything; nothing once the time is over. */
    Due take(int most, long nanos) throws InterruptedException {
        long left = nanos;
        lock.lock();
        try {
            while (flights.isEmpty() && watches.isEmpty() && !all && left > 0) {
                left = asked.awaitNanos(left);
            }
            Due due = new Due(some(flights, most), some(watches, most), all);
            all = false;
            return due;
        } finally {
            lock.unlock();
        }
    }

    /** It wasn't done. */
    void putBack(Due due) {
        flights(due.flights());
        watches(due.watches());
        if (due.all()) {
            all();
        }
    }

    private void add(Set<Long> to, Collection<Long> ids) {
        lock.lock();
        try {
            to.addAll(ids);
            if (to.size() > MOST) {
                all();
            }
            asked.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static Set<Long> some(Set<Long> from, int most) {
        Set<Long> taken = new LinkedHashSet<>();
        Iterator<Long> ids = from.iterator();
        while (ids.hasNext() && taken.size() < most) {
            taken.add(ids.next());
            ids.remove();
        }
        return taken;
    }
}
