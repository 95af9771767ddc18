-- The event's subject, by which attachments are fetched: a booking's id.
alter table notification
    add column about_id varchar(64) character set ascii collate ascii_bin null;
