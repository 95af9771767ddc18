-- Who sits where: the primary key decides. Written with the cabin's row of flight_cabin locked. No foreign key to the flight, for the
-- reason given at hold_segment.
create table flight_seat (
    flight_id    bigint      not null,
    seat_no      varchar(4)  character set ascii collate ascii_bin not null,
    cabin        varchar(16) character set ascii collate ascii_bin not null,
    booking_id   char(36)    character set ascii collate ascii_bin not null,
    passenger_id varchar(64) character set ascii collate ascii_bin not null,
    state        varchar(12) character set ascii collate ascii_bin not null comment 'HELD, ASSIGNED',
    primary key (flight_id, seat_no),
    -- one seat a passenger
    constraint flight_seat_of_passenger unique (flight_id, booking_id, passenger_id),
    -- all seats of a booking, when it is paid or given back
    key flight_seat_of_booking (booking_id)
) character set utf8mb4 collate utf8mb4_bin;

create or replace view audit_seat as
select cast(flight_id as char) as flight_id, seat_no, booking_id, state
from flight_seat;
