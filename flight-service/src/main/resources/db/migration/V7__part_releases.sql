-- What was given back of a hold that goes on: once per id, whatever comes how often.
create table hold_release (
    booking_id  char(36)    character set ascii collate ascii_bin not null,
    release_id  char(36)    character set ascii collate ascii_bin not null,
    fingerprint char(64)    character set ascii collate ascii_bin not null comment 'of the request',
    released_at datetime(3) not null,
    primary key (booking_id, release_id),
    constraint hold_release_hold foreign key (booking_id) references seat_hold (booking_id)
) character set utf8mb4 collate utf8mb4_bin;

-- Whose places on a flight were given back: a wish for a seat that comes late finds that they have none any more.
create table released_passenger (
    booking_id   char(36)    character set ascii collate ascii_bin not null,
    flight_id    bigint      not null,
    passenger_id varchar(64) character set ascii collate ascii_bin not null,
    primary key (booking_id, flight_id, passenger_id),
    constraint released_passenger_hold foreign key (booking_id) references seat_hold (booking_id)
) character set utf8mb4 collate utf8mb4_bin;
