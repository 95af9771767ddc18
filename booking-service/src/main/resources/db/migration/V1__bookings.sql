-- One row a customer, locked to count their open bookings and add one without a gap between.
create table booking_user (
    user_id varchar(64) character set ascii collate ascii_bin not null,
    primary key (user_id)
) character set utf8mb4 collate utf8mb4_bin;

create table booking (
    id                 char(36)     character set ascii collate ascii_bin not null,
    reference          char(6)      character set ascii collate ascii_bin not null,
    user_id            varchar(64)  character set ascii collate ascii_bin not null,
    state              varchar(16)  character set ascii collate ascii_bin not null,
    recipient_email    varchar(254) not null,
    recipient_name     varchar(200) not null,
    passenger_count    int          not null,
    -- quoted by the hold, never changed after it
    total_minor        bigint       null,
    currency           char(3)      character set ascii collate ascii_bin null,
    created_at         datetime(3)  not null,
    expires_at         datetime(3)  not null,
    -- while INITIATED or PAYING: when the recovery job may take it up
    recover_at         datetime(3)  null,
    first_departure_at datetime(3)  null,
    last_arrival_at    datetime(3)  null,
    primary key (id),
    constraint booking_reference unique (reference),
    -- the list of everything, newest first
    key booking_of_user (user_id, created_at, id),
    -- upcoming and past trips, by departure
    key booking_trips (user_id, first_departure_at, id),
    -- the count of a customer's open bookings
    key booking_open (user_id, state),
    -- the expiry job's claim
    key booking_due (state, expires_at),
    -- the recovery job's claim
    key booking_recovery (recover_at)
) character set utf8mb4 collate utf8mb4_bin;

create table booking_segment (
    booking_id             char(36)     character set ascii collate ascii_bin not null,
    position               int          not null,
    flight_id              varchar(64)  character set ascii collate ascii_bin not null,
    flight_number          varchar(8)   character set ascii collate ascii_bin not null,
    airline_code           varchar(2)   character set ascii collate ascii_bin not null,
    airline_name           varchar(200) not null,
    accounting_code        varchar(3)   character set ascii collate ascii_bin not null,
    origin_code            varchar(3)   character set ascii collate ascii_bin not null,
    origin_name            varchar(200) not null,
    origin_city            varchar(200) not null,
    origin_time_zone       varchar(64)  character set ascii collate ascii_bin not null,
    destination_code       varchar(3)   character set ascii collate ascii_bin not null,
    destination_name       varchar(200) not null,
    destination_city       varchar(200) not null,
    destination_time_zone  varchar(64)  character set ascii collate ascii_bin not null,
    departure_at           datetime(3)  not null,
    arrival_at             datetime(3)  not null,
    cabin                  varchar(16)  character set ascii collate ascii_bin not null,
    price_minor            bigint       not null,
    flight_status          varchar(16)  character set ascii collate ascii_bin not null,
    primary key (booking_id, position),
    constraint booking_segment_booking foreign key (booking_id) references booking (id)
) character set utf8mb4 collate utf8mb4_bin;

create table passenger (
    booking_id    char(36)     character set ascii collate ascii_bin not null,
    position      int          not null,
    first_name    varchar(60)  not null,
    last_name     varchar(60)  not null,
    date_of_birth date         null,
    type          varchar(16)  character set ascii collate ascii_bin not null,
    ticket_number varchar(13)  character set ascii collate ascii_bin null,
    primary key (booking_id, position),
    constraint passenger_booking foreign key (booking_id) references booking (id)
) character set utf8mb4 collate utf8mb4_bin;

-- The ten digits after the airline's accounting code: unique over all airlines, for accounting codes are not.
create table ticket (
    serial     bigint   not null auto_increment,
    booking_id char(36) character set ascii collate ascii_bin not null,
    passenger  int      not null,
    primary key (serial),
    -- one ticket a passenger; the read back after allocation
    constraint ticket_passenger unique (booking_id, passenger),
    constraint ticket_booking foreign key (booking_id) references booking (id)
) auto_increment = 2400000001 character set utf8mb4 collate utf8mb4_bin;

create table payment (
    id           char(36)    character set ascii collate ascii_bin not null,
    booking_id   char(36)    character set ascii collate ascii_bin not null,
    state        varchar(16) character set ascii collate ascii_bin not null,
    amount_minor bigint      not null,
    currency     char(3)     character set ascii collate ascii_bin not null,
    card_brand   varchar(16) character set ascii collate ascii_bin not null,
    card_last4   char(4)     character set ascii collate ascii_bin not null,
    created_at   datetime(3) not null,
    paid_at      datetime(3) null,
    -- a booking is charged once, whatever the code does
    charged tinyint generated always as (case when state in ('AUTHORIZED', 'CAPTURED', 'REFUNDED') then 1 end) stored,
    primary key (id),
    constraint payment_charged_once unique (booking_id, charged),
    -- the payments of a booking, in their order
    key payment_of_booking (booking_id, created_at),
    constraint payment_booking foreign key (booking_id) references booking (id),
    constraint payment_amount check (amount_minor >= 0)
) character set utf8mb4 collate utf8mb4_bin;

create table refund (
    id           char(36)    character set ascii collate ascii_bin not null,
    booking_id   char(36)    character set ascii collate ascii_bin not null,
    payment_id   char(36)    character set ascii collate ascii_bin not null,
    state        varchar(16) character set ascii collate ascii_bin not null,
    amount_minor bigint      not null,
    currency     char(3)     character set ascii collate ascii_bin not null,
    refunded_at  datetime(3) not null,
    primary key (id),
    -- the refunds of a booking, in their order
    key refund_of_booking (booking_id, refunded_at),
    constraint refund_booking foreign key (booking_id) references booking (id),
    constraint refund_payment foreign key (payment_id) references payment (id),
    constraint refund_amount check (amount_minor >= 0)
) character set utf8mb4 collate utf8mb4_bin;

-- Seats that flight-service has to be told to free; a row comes with the change of state and goes with the answer.
create table release_owed (
    booking_id char(36)    character set ascii collate ascii_bin not null,
    due_at     datetime(3) not null,
    attempts   int         not null default 0,
    primary key (booking_id),
    -- the release job's claim
    key release_owed_due (due_at),
    constraint release_owed_booking foreign key (booking_id) references booking (id)
) character set utf8mb4 collate utf8mb4_bin;

create view audit_booking as
    select id, reference, user_id, state, total_minor, currency, expires_at from booking;
create view audit_payment as
    select booking_id, state, amount_minor from payment;
create view audit_refund as
    select booking_id, amount_minor, state from refund;
create view audit_outbox as
    select event_id, aggregate_id, type, created_at, published_at from outbox_event;
