-- Seats of one precedence and day stand in the order they were given. Without it the database chooses, and may choose anew
-- whenever its statistics change: a page would differ with nobody having done anything.
alter table committee.seat add column place bigint generated always as identity;
