-- Who changed what. Rows are only ever added, in the transaction of their change; where the server lets us, triggers see to that too.
create table audit_log (
    id           bigint       not null auto_increment,
    at           datetime(3)  not null comment 'UTC',
    actor_id     varchar(64)  character set ascii collate ascii_bin not null comment 'subject of the token; system: a job',
    actor_email  varchar(254) null,
    action       varchar(64)  character set ascii collate ascii_bin not null,
    subject_type varchar(32)  character set ascii collate ascii_bin not null,
    subject_key  varchar(64)  character set ascii collate ascii_bin not null,
    before_state mediumtext   null comment 'JSON; null: it was not there, or only what changed is told',
    after_state  mediumtext   null comment 'JSON; null: it is gone',
    request_id   varchar(128) character set ascii collate ascii_bin null,
    primary key (id),
    -- the list by each of its filters, newest first
    key audit_log_subject (subject_type, subject_key, id),
    key audit_log_actor (actor_id, id),
    key audit_log_email (actor_email, id),
    key audit_log_action (action, id),
    key audit_log_at (at)
) character set utf8mb4 collate utf8mb4_general_ci;
