-- One row a mail: what is told to whom about which event, and how far its sending has come. `data` is the event's; the mail is written from it
-- when it is sent, so that a retry after a mended template sends the mended mail.
create table notification (
    id              bigint       not null auto_increment,
    event_id        char(36)     character set ascii collate ascii_bin not null,
    type            varchar(32)  character set ascii collate ascii_bin not null,
    user_id         varchar(64)  character set ascii collate ascii_bin not null,
    recipient       varchar(320) not null,
    recipient_name  varchar(255) not null,
    reference       varchar(16)  character set ascii collate ascii_bin null,
    subject         varchar(255) not null,
    data            mediumtext   not null,
    status          varchar(8)   character set ascii collate ascii_bin not null,
    attempts        int          not null,
    next_attempt_at datetime(3)  not null,
    event_at        datetime(3)  not null,
    created_at      datetime(3)  not null,
    sent_at         datetime(3)  null,
    last_error      varchar(500) null,
    primary key (id),
    constraint notification_of_event unique (event_id, type),
    -- the senders' claim
    key notification_due (status, next_attempt_at),
    -- a user's feed
    key notification_of_user (user_id, id),
    -- the administrators' list by status
    key notification_by_status (status, id)
) character set utf8mb4 collate utf8mb4_bin;
