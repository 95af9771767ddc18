-- A passenger's place on a flight of the booking: what was asked for it, and what became of it. One row for each passenger and segment,
-- so that parts of a booking can be cancelled, seated and checked in by themselves.
create table passenger_flight (
    booking_id      char(36)    character set ascii collate ascii_bin not null,
    position        int         not null,
    passenger       int         not null comment 'from 1, as the API names them',
    flight_id       varchar(64) character set ascii collate ascii_bin not null,
    price_minor     bigint      not null,
    cancelled_at    datetime(3) null,
    cancellation_id char(36)    character set ascii collate ascii_bin null comment 'what was cancelled together; the id of its refund and release',
    refund_minor    bigint      null comment 'null if it is not cancelled, or was not paid by then',
    primary key (booking_id, position),
    constraint passenger_flight_once unique (booking_id, flight_id, passenger),
    constraint passenger_flight_booking foreign key (booking_id) references booking (id),
    constraint passenger_flight_refund check (refund_minor between 0 and price_minor)
) character set utf8mb4 collate utf8mb4_bin;

insert into passenger_flight (booking_id, position, passenger, flight_id, price_minor, cancelled_at)
select s.booking_id, p.position * (select count(*) from booking_segment t where t.booking_id = s.booking_id) + s.position, p.position + 1,
       s.flight_id, s.price_minor, case when b.state = 'CANCELLED' then utc_timestamp(3) end
from booking_segment s
         join passenger p on p.booking_id = s.booking_id
         join booking b on b.id = s.booking_id;

-- Against its first schedule a delay is measured. Null where no one said: then it is the departure known when booked.
alter table booking_segment
    add column scheduled_departure_at datetime(3) null;
alter table flight_state
    add column scheduled_departure_at datetime(3) null;

-- Refunds of a payment never exceed it, whatever the code does.
alter table payment
    add column refunded_minor bigint not null default 0;
update payment p
set p.refunded_minor = (select coalesce(sum(r.amount_minor), 0) from refund r where r.payment_id = p.id);
alter table payment
    add constraint payment_refunded check (refunded_minor between 0 and amount_minor);

-- Parts of a booking that flight-service has to be told to free; as release_owed, a row for each cancellation.
create table part_release_owed (
    release_id char(36)    character set ascii collate ascii_bin not null,
    booking_id char(36)    character set ascii collate ascii_bin not null,
    parts      mediumtext  not null comment 'JSON: the body of the request, the same in each repeat',
    due_at     datetime(3) not null,
    attempts   int         not null default 0,
    primary key (release_id),
    -- the release job's claim
    key part_release_owed_due (due_at),
    -- the reconciler's look at a range of bookings
    key part_release_owed_of_booking (booking_id),
    constraint part_release_owed_booking foreign key (booking_id) references booking (id)
) character set utf8mb4 collate utf8mb4_bin;
