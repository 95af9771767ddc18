-- One row per booking that ever asked for seats, and for every deletion that came first: who has a row here has had an answer.
create table seat_hold (
    booking_id  char(36)    character set ascii collate ascii_bin not null,
    fingerprint char(64)    character set ascii collate ascii_bin null comment 'of the request; null: deleted before any came',
    state       varchar(12) character set ascii collate ascii_bin not null comment 'HELD, SOLD, RELEASED; TOMBSTONE: refused, or deleted first',
    quantity    int         not null,
    expires_at  datetime(3) null comment 'UTC',
    refusal     mediumtext  null comment 'JSON of the refusal, to be given again',
    created_at  datetime(3) not null,
    primary key (booking_id),
    -- the list of every hold that counts, page by page
    key seat_hold_counting (state, booking_id)
) character set utf8mb4 collate utf8mb4_bin;

-- The seats of a hold, flight by flight, at the price of that moment. No foreign key to the flight: its check would lock the flight's
-- row after the cabin's, against everybody else's order; and what was released may outlive a cabin.
create table hold_segment (
    booking_id  char(36)    character set ascii collate ascii_bin not null,
    flight_id   bigint      not null,
    cabin       varchar(16) character set ascii collate ascii_bin not null,
    qty         int         not null,
    price_minor bigint      not null comment 'of one seat, in minor units',
    currency    char(3)     character set ascii collate ascii_bin not null,
    state       varchar(12) character set ascii collate ascii_bin not null comment 'HELD, SOLD, RELEASED',
    expires_at  datetime(3) not null comment 'the hold''s, so that lapsed ones are found by the index',
    primary key (booking_id, flight_id, cabin),
    -- the lapsed holds of a cabin, longest lapsed first; all that counts on a cabin
    key hold_segment_of_cabin (flight_id, cabin, state, expires_at),
    constraint hold_segment_hold foreign key (booking_id) references seat_hold (booking_id),
    constraint hold_segment_qty check (qty > 0)
) character set utf8mb4 collate utf8mb4_bin;

create view audit_inventory as
select cast(flight_id as char) as flight_id, cabin, capacity, held, sold
from flight_cabin;

create view audit_hold as
select h.booking_id, cast(s.flight_id as char) as flight_id, s.cabin, s.qty, s.state, h.expires_at
from seat_hold h
         join hold_segment s on s.booking_id = h.booking_id
union all
select booking_id, null, null, 0, state, expires_at
from seat_hold
where state = 'TOMBSTONE';

-- Seats are not assigned yet: the columns stand, the rows come with the seat maps.
create view audit_seat as
select cast(flight_id as char) as flight_id, cast('' as char(4)) as seat_no, booking_id, state
from hold_segment
where 1 = 0;

create view audit_outbox as
select event_id, aggregate_id, type, created_at, published_at
from outbox_event;
