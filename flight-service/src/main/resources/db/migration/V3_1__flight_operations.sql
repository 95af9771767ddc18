alter table flight
    add column reason varchar(300) character set utf8mb4 collate utf8mb4_general_ci null
        comment 'why it is delayed or cancelled, in the words of whoever decided it';
