-- A flight number flown by the week. What changes in the course of it is in its periods.
create table schedule (
    id              bigint      not null auto_increment,
    flight_number   varchar(7)  character set ascii collate ascii_bin not null,
    airline_code    char(2)     character set ascii collate ascii_bin not null,
    origin          char(3)     character set ascii collate ascii_bin not null,
    destination     char(3)     character set ascii collate ascii_bin not null,
    first_date      date        not null comment 'local at the origin, as all dates here',
    last_date       date        null comment 'null: open-ended',
    generated_until date        not null comment 'days up to this one have their flights, or a problem; the day before first_date: none has',
    flights_created int         not null,
    primary key (id),
    -- the list by flight number, page by page
    key schedule_number (flight_number, id),
    -- the list by origin; deleting an airport or an airline that is in use
    key schedule_origin (origin, id),
    key schedule_destination (destination, id),
    key schedule_airline (airline_code),
    -- the open-ended ones that are to be generated further
    key schedule_to_generate (last_date, generated_until),
    constraint schedule_of_airline foreign key (airline_code) references airline (code),
    constraint schedule_from foreign key (origin) references airport (code),
    constraint schedule_to foreign key (destination) references airport (code)
) character set utf8mb4 collate utf8mb4_bin;

-- How it is flown from a date on, until the next period begins.
create table schedule_period (
    schedule_id          bigint       not null,
    valid_from           date         not null,
    airplane             varchar(10)  character set ascii collate ascii_bin not null,
    departure_local_time char(5)      character set ascii collate ascii_bin not null comment 'HH:mm on the clock of the origin',
    duration_minutes     int          not null,
    days_of_week         varchar(7)   character set ascii collate ascii_bin not null comment '1 is Monday: 135',
    fares                varchar(200) character set ascii collate ascii_bin not null comment 'ECONOMY:129.50:USD|FIRST:480.00:USD',
    primary key (schedule_id, valid_from),
    -- deleting an airplane that is in use
    key schedule_period_airplane (airplane),
    constraint schedule_period_of foreign key (schedule_id) references schedule (id) on delete cascade,
    constraint schedule_period_airplane foreign key (airplane) references airplane (registration)
) character set utf8mb4 collate utf8mb4_bin;

-- Which flights came of it. A flight goes on without its schedule, not the other way round.
create table schedule_flight (
    flight_id   bigint not null,
    schedule_id bigint not null,
    primary key (flight_id),
    -- the flights of a schedule
    key schedule_flight_of (schedule_id, flight_id),
    constraint schedule_flight_flight foreign key (flight_id) references flight (id) on delete cascade,
    constraint schedule_flight_schedule foreign key (schedule_id) references schedule (id) on delete cascade
) character set utf8mb4 collate utf8mb4_bin;

-- Days that got no flight when their turn came; they are tried again.
create table schedule_problem (
    schedule_id bigint      not null,
    flight_date date        not null,
    code        varchar(32) character set ascii collate ascii_bin not null comment 'already_exists, airplane_busy, cabin_missing',
    primary key (schedule_id, flight_date),
    -- the schedules with days to be tried again
    key schedule_problem_date (flight_date, schedule_id),
    constraint schedule_problem_of foreign key (schedule_id) references schedule (id) on delete cascade
) character set utf8mb4 collate utf8mb4_bin;
