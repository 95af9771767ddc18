create table account (
    id            varchar(36)  character set ascii collate ascii_bin not null,
    -- as typed at sign-up, and lower-cased: the latter decides who is who
    email         varchar(254) character set ascii collate ascii_bin not null,
    email_key     varchar(254) character set ascii collate ascii_bin not null,
    full_name     varchar(120) not null,
    password_hash varchar(255) character set ascii collate ascii_bin not null,
    roles         varchar(100) character set ascii collate ascii_bin not null,
    enabled       boolean      not null,
    created_at    datetime(3)  not null,
    primary key (id),
    constraint account_email_key unique (email_key)
) character set utf8mb4 collate utf8mb4_bin;
