create table city (
    code       char(3)      character set ascii collate ascii_bin not null,
    name       varchar(120) not null,
    country    char(2)      character set ascii collate ascii_bin not null,
    time_zone  varchar(64)  character set ascii collate ascii_bin not null,
    primary key (code),
    key city_name (name)
) character set utf8mb4 collate utf8mb4_general_ci;

create table airport (
    code       char(3)       character set ascii collate ascii_bin not null,
    name       varchar(120)  not null,
    city_code  char(3)       character set ascii collate ascii_bin not null,
    latitude   decimal(9, 6) not null,
    longitude  decimal(9, 6) not null,
    time_zone  varchar(64)   character set ascii collate ascii_bin not null,
    primary key (code),
    key airport_name (name),
    constraint airport_city foreign key (city_code) references city (code)
) character set utf8mb4 collate utf8mb4_general_ci;

create table airline (
    code            char(2)      character set ascii collate ascii_bin not null,
    name            varchar(120) not null,
    accounting_code char(3)      character set ascii collate ascii_bin not null,
    primary key (code),
    key airline_name (name)
) character set utf8mb4 collate utf8mb4_general_ci;

create table airplane (
    registration varchar(10)  character set ascii collate ascii_bin not null,
    model        varchar(120) not null,
    primary key (registration),
    key airplane_model (model)
) character set utf8mb4 collate utf8mb4_general_ci;

create table airplane_cabin (
    registration varchar(10)  character set ascii collate ascii_bin not null,
    cabin        varchar(16)  character set ascii collate ascii_bin not null,
    first_row    smallint     not null,
    last_row     smallint     not null,
    seat_columns varchar(32)  character set ascii collate ascii_bin not null,
    exit_rows    varchar(255) character set ascii collate ascii_bin not null,
    capacity     int          not null,
    primary key (registration, cabin),
    constraint airplane_cabin_airplane foreign key (registration) references airplane (registration) on delete cascade
) character set utf8mb4 collate utf8mb4_bin;

create table flight (
    id                   bigint      not null auto_increment,
    flight_number        varchar(7)  character set ascii collate ascii_bin not null,
    airline_code         char(2)     character set ascii collate ascii_bin not null,
    airplane             varchar(10) character set ascii collate ascii_bin not null,
    origin               char(3)     character set ascii collate ascii_bin not null,
    destination          char(3)     character set ascii collate ascii_bin not null,
    departure_date       date        not null comment 'local at the origin, of the first schedule: part of the identity',
    departs_at           datetime(3) not null comment 'UTC',
    arrives_at           datetime(3) not null comment 'UTC',
    scheduled_departs_at datetime(3) not null comment 'UTC, as first scheduled',
    scheduled_arrives_at datetime(3) not null comment 'UTC, as first scheduled',
    status               varchar(12) character set ascii collate ascii_bin not null,
    currency             char(3)     character set ascii collate ascii_bin not null,
    version              bigint      not null default 0,
    primary key (id),
    constraint flight_identity unique (flight_number, departure_date, origin),
    -- is this airplane on another flight then
    key flight_airplane_busy (airplane, departs_at),
    -- what the read model loads: everything that departs from now on
    key flight_departs (departs_at),
    -- the list of one local date's flights
    key flight_date (departure_date, departs_at),
    -- deleting an airport or an airline that is in use
    key flight_origin (origin),
    key flight_destination (destination),
    key flight_airline (airline_code),
    constraint flight_of_airline foreign key (airline_code) references airline (code),
    constraint flight_of_airplane foreign key (airplane) references airplane (registration),
    constraint flight_from foreign key (origin) references airport (code),
    constraint flight_to foreign key (destination) references airport (code),
    constraint flight_times check (arrives_at > departs_at)
) character set utf8mb4 collate utf8mb4_bin;

-- The only place where a seat is decided: locked with 'for update' by the read that decides.
create table flight_cabin (
    flight_id   bigint      not null,
    cabin       varchar(16) character set ascii collate ascii_bin not null,
    price_minor bigint      not null comment 'in minor units of the flight''s currency',
    capacity    int         not null,
    held        int         not null default 0,
    sold        int         not null default 0,
    primary key (flight_id, cabin),
    constraint flight_cabin_flight foreign key (flight_id) references flight (id) on delete cascade,
    constraint flight_cabin_held check (held >= 0),
    constraint flight_cabin_sold check (sold >= 0),
    constraint flight_cabin_never_oversold check (held + sold <= capacity)
) character set utf8mb4 collate utf8mb4_bin;

create table fare_history (
    id          bigint      not null auto_increment,
    flight_id   bigint      not null,
    cabin       varchar(16) character set ascii collate ascii_bin not null,
    price_minor bigint      not null,
    currency    char(3)     character set ascii collate ascii_bin not null,
    changed_at  datetime(3) not null,
    primary key (id),
    key fare_history_of (flight_id, cabin, id),
    constraint fare_history_flight foreign key (flight_id) references flight (id) on delete cascade
) character set utf8mb4 collate utf8mb4_bin;

-- What the read models of all replicas follow. A row is written in the transaction of its change; rows become visible in the order of
-- commits, not of seq: readers mind gaps.
create table flight_change (
    seq        bigint      not null auto_increment,
    flight_id  bigint      null comment 'null: the catalogue (names, zones) changed',
    changed_at datetime(3) not null,
    primary key (seq),
    key flight_change_at (changed_at)
) character set utf8mb4 collate utf8mb4_bin;
