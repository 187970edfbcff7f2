-- Whom a party means to bring in is its own affair until they have come.
create table invitation.invitation (
  party       uuid not null,
  id          uuid not null,
  committee   uuid not null,
  email       text not null,
  language    text not null,
  role        text not null,
  arabic_name text not null,
  latin_name  text not null,
  rank        jsonb not null,
  office      jsonb not null,
  precedence  int not null,
  held_from   date not null,
  held_until  date check (held_until >= held_from),
  invited_by  uuid not null,
  invited     timestamptz not null,
  link        bytea not null,
  expires     timestamptz not null,
  accepted    timestamptz,
  withdrawn   timestamptz,
  primary key (party, id)
);

create unique index one_open_each on invitation.invitation (party, committee, email)
  where accepted is null and withdrawn is null;

alter table invitation.invitation enable row level security;
alter table invitation.invitation force row level security;

create policy own on invitation.invitation
  using (party = (select nullif(current_setting('tatabbu.party', true), '')::uuid))
  with check (party = (select nullif(current_setting('tatabbu.party', true), '')::uuid));

revoke delete on invitation.invitation from ${application};

-- Who holds a link has no seat yet, so the link alone leads to the circle it was made in: nobody reads this table, and the
-- function answers for one link at a time.
create table invitation.link (
  hash       bytea primary key check (length(hash) = 32),
  party      uuid not null,
  invitation uuid not null
);

revoke select, update, delete on invitation.link from ${application};

create function invitation.behind(wanted bytea) returns table (party uuid, invitation uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select l.party, l.invitation from invitation.link l where l.hash = wanted $$;

-- Every role may call a function that it can name; the schema's usage is the application's alone.
grant execute on function invitation.behind(bytea) to ${application};
