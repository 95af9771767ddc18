-- What users said about mails that they may do without. No row: they want it.
create table mail_preference (
    user_id    varchar(64) character set ascii collate ascii_bin not null,
    type       varchar(32) character set ascii collate ascii_bin not null,
    wanted     boolean     not null,
    changed_at datetime(3) not null,
    primary key (user_id, type)
) character set utf8mb4 collate utf8mb4_bin;
