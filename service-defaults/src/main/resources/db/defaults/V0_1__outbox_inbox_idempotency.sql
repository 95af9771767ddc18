-- Shared by every service (service-defaults); later shared migrations take versions V0_2, V0_3 … and the services allow them out of order.
create table outbox_event (
    seq          bigint        not null auto_increment,
    event_id     char(36)      character set ascii collate ascii_bin not null,
    aggregate_id varchar(64)   character set ascii collate ascii_bin not null,
    type         varchar(64)   character set ascii collate ascii_bin not null,
    payload      mediumtext    not null,
    created_at   datetime(3)   not null,
    available_at datetime(3)   not null,
    attempts     int           not null default 0,
    published_at datetime(3)   null,
    primary key (seq),
    constraint outbox_event_id unique (event_id),
    -- the relay's claim, and the purge of what was published
    key outbox_event_due (published_at, available_at, seq),
    -- 'an earlier event of the same aggregate waits'
    key outbox_event_order (aggregate_id, published_at, seq)
) character set utf8mb4 collate utf8mb4_bin;

create table inbox_event (
    event_id    char(36)    character set ascii collate ascii_bin not null,
    consumer    varchar(64) character set ascii collate ascii_bin not null,
    received_at datetime(3) not null,
    primary key (event_id, consumer),
    key inbox_event_received (received_at)
) character set utf8mb4 collate utf8mb4_bin;

create table idempotency_key (
    user_id     varchar(64)  character set ascii collate ascii_bin not null,
    idem_key    varchar(255) character set ascii collate ascii_bin not null,
    fingerprint char(64)     character set ascii collate ascii_bin not null,
    subject     varchar(64)  character set ascii collate ascii_bin null,
    lease_until datetime(3)  not null,
    status      int          null,
    body        mediumtext   null,
    location    varchar(255) null,
    created_at  datetime(3)  not null,
    primary key (user_id, idem_key),
    key idempotency_key_subject (subject),
    key idempotency_key_created (created_at)
) character set utf8mb4 collate utf8mb4_bin;
