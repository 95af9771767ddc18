-- How often a trip changed: the SEQUENCE of its events in a calendar.
alter table booking
    add column itinerary_revision int not null default 0;
