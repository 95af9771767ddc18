-- A change of price or seats is told by its row alone: followers need not read the cabin again, and every replica knows what was offered
-- at any point in the log. All are null where the flight itself changed (its rows are to be read) or the catalogue did (flight_id is null, too).
alter table flight_change
    add column created               boolean     not null default false comment 'the flight is new',
    add column cabin                 varchar(16) character set ascii collate ascii_bin null,
    add column price_minor           bigint      null,
    add column seats_available       int         null,
    add column prior_price_minor     bigint      null,
    add column prior_seats_available int         null;
