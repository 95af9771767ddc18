-- What a price must fall below before its user is told again: of a day's journeys, or of one flight.
create table price_watch (
    id              bigint       not null auto_increment,
    user_id         varchar(64)  character set ascii collate ascii_bin not null,
    email           varchar(320) not null comment 'as the access token said, like the name',
    name            varchar(255) not null,
    origin          varchar(11)  character set ascii collate ascii_bin not null comment 'city:SEA or airport:SEA',
    destination     varchar(11)  character set ascii collate ascii_bin not null,
    travel_date     date         not null comment 'local at the origin',
    cabin           varchar(16)  character set ascii collate ascii_bin not null,
    flight_id       bigint       null comment 'null: any itinerary from origin to destination that day',
    flight_number   varchar(7)   character set ascii collate ascii_bin null,
    currency        char(3)      character set ascii collate ascii_bin null comment 'null: nothing was on sale yet, and no target is given',
    baseline_minor  bigint       null comment 'per seat, in minor units, like the others; null: nothing was on sale yet',
    last_told_minor bigint       null comment 'begins as the baseline and only ever falls',
    target_minor    bigint       null,
    created_at      datetime(3)  not null,
    primary key (id),
    -- a user's list, and how many there are
    key price_watch_of_user (user_id, id),
    -- the watches of a flight; those of journeys (flight_id is null) whose day is past
    key price_watch_of_flight (flight_id, travel_date),
    -- the journeys that a flight may begin or end
    key price_watch_from (origin, travel_date),
    key price_watch_to (destination, travel_date)
) character set utf8mb4 collate utf8mb4_bin;

-- Locked while a user's watches are counted and one is added.
create table price_watch_user (
    user_id varchar(64) character set ascii collate ascii_bin not null,
    primary key (user_id)
) character set utf8mb4 collate utf8mb4_bin;
