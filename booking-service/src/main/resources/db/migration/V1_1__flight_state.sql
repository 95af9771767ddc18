-- How flights stand by what flight-service told of them, the newest only; flights of which nothing was told have no row.
create table flight_state (
    flight_id    varchar(64) character set ascii collate ascii_bin not null,
    version      bigint      not null,
    departure_at datetime(3) not null,
    arrival_at   datetime(3) not null,
    status       varchar(16) character set ascii collate ascii_bin not null,
    told_at      datetime(3) not null,
    primary key (flight_id),
    -- what was told lately, to be applied once more
    key flight_state_told (told_at)
) character set utf8mb4 collate utf8mb4_bin;

alter table booking_segment
    -- everybody on a flight
    add key booking_segment_flight (flight_id);
