-- Who has yet to be told of a flight's new times or its end: written with the change of the booking, gone with the event about it. News that
-- comes before that joins the row.
create table disruption_notice (
    booking_id            char(36)    character set ascii collate ascii_bin not null,
    flight_id             varchar(64) character set ascii collate ascii_bin not null,
    version               bigint      not null comment 'of the newest news in it',
    previous_departure_at datetime(3) not null comment 'as the booking knew it, or was last told',
    previous_arrival_at   datetime(3) not null,
    due_at                datetime(3) not null,
    attempts              int         not null default 0,
    primary key (booking_id, flight_id),
    -- the job's claim
    key disruption_notice_due (due_at),
    constraint disruption_notice_booking foreign key (booking_id) references booking (id)
) character set utf8mb4 collate utf8mb4_bin;

alter table flight_state
    add column reason varchar(300) null comment 'of the newest delay or of the cancellation';

-- Beside the first scheduled departure. Null where no one said.
alter table flight_state
    add column scheduled_arrival_at datetime(3) null;
alter table booking_segment
    add column scheduled_arrival_at datetime(3) null;
