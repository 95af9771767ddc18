-- Whether a seat is a child's: it isn't moved into an exit row.
alter table flight_seat
    add column child tinyint not null default 0;

-- Counts the changes of seats in a cabin, under its lock: of two answers about seats the one with the higher number is the newer.
alter table flight_cabin
    add column seats_version bigint not null default 0;
