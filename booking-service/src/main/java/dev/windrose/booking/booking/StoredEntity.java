package dev.windrose.booking.booking;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import org.springframework.data.domain.Persistable;

/** Knows whether it is in the database already: with ids made here, saving could not tell. */
@MappedSuperclass
abstract class StoredEntity implements Persistable<String> {
    @Transient
    private boolean stored;

    abstract String id();

    @Override
    public String getId() {
        return id();
    }

    @Override
    public boolean isNew() {
        return !stored;
    }

    @PostLoad
    @PostPersist
    void markStored() {
        stored = true;
    }
}
