-- A seat ends at a moment, in sessions that run too; held_until alone would leave its rights until midnight.
alter table committee.seat add column ended timestamptz;
