-- Articles by the year of the day they show, without opening each document.
alter table publication.snapshot
  add column year text generated always as (left(document ->> 'day', 4)) stored;

create index on publication.snapshot (kind, year, published_at desc, place desc);
