-- The oldest tombstones, for their purge.
create index seat_hold_of_age on seat_hold (state, created_at);
