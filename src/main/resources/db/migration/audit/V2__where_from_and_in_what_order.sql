-- From which network address; nothing where no request was under way.
alter table audit.change add column origin text check (length(origin) <= 64);

-- Changes of one moment keep the order in which they were made.
alter table audit.change add column nth bigint generated always as identity;

create index on audit.change (committee, at desc, nth desc);
