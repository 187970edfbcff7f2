-- Without a party a change is joint; with one, it is that party's own affair and only its circle reads it.
create table audit.change (
  party     uuid,
  id        uuid not null unique,
  at        timestamptz not null,
  what      text not null,
  by        uuid,
  acted_for uuid,
  committee uuid,
  about     text not null,
  before    text not null,
  after     text not null
);

create index on audit.change (party, committee, at);

alter table audit.change enable row level security;
alter table audit.change force row level security;

create policy own_and_joint on audit.change for select
  using (party is null or party = (select nullif(current_setting('tatabbu.party', true), '')::uuid));
create policy added on audit.change for insert
  with check (party is null or party = (select nullif(current_setting('tatabbu.party', true), '')::uuid));

-- What was noted stays: the program may add to it and read it, nothing else.
revoke update, delete on audit.change from ${application};
