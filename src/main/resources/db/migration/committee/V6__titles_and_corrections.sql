-- A person's title, such as Dr or His Excellency, between their rank and their name; and how often a seat was corrected, so that
-- of two who correct it at once the second is asked.
alter table committee.seat
  add column courtesy jsonb not null default '{"ar": "", "fr": "", "en": ""}',
  add column version int not null default 1 check (version > 0);
