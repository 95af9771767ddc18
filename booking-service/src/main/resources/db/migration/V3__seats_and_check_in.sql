-- Where passengers sit, as flight-service said last, and who has checked in.
alter table passenger_flight
    add column seat_no           varchar(4)  character set ascii collate ascii_bin null,
    add column seats_version     bigint      not null default 0 comment 'flight-service''s: what comes with a lower one is older',
    add column checked_in_at     datetime(3) null,
    add column check_in_sequence int         null comment 'of those who checked in for the flight, from 1; never given twice',
    add column flight_date       date        null comment 'as the boarding pass has it: local at the origin, by the first schedule',
    add column boarded_at        datetime(3) null,
    add constraint passenger_flight_sequence unique (flight_id, check_in_sequence);

-- The last sequence number given on a flight.
create table check_in_counter (
    flight_id     varchar(64) character set ascii collate ascii_bin not null,
    last_sequence int         not null,
    primary key (flight_id)
) character set utf8mb4 collate utf8mb4_bin;

alter table booking_segment
    add column check_in_told_at datetime(3) null,
    -- whose check-in has opened and who has not been told
    add key booking_segment_check_in (check_in_told_at, departure_at);
