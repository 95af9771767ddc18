alter table airport
    add column min_connection_minutes smallint null comment 'between two flights there; null: the usual 60';
