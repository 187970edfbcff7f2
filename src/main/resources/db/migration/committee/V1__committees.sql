create table committee.committee (
  id                uuid primary key,
  founding          bigint generated always as identity,
  slug              text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name              jsonb not null,
  purpose           jsonb not null,
  mandate_authority jsonb not null,
  mandate_text      jsonb not null,
  mandate_on        date,
  zone              text not null,
  fictional         boolean not null
);

create table committee.party (
  id         uuid primary key,
  committee  uuid not null references committee.committee,
  place      int not null,
  name       jsonb not null,
  short_name jsonb not null,
  zone       text not null,
  unique (committee, place),
  unique (committee, id)
);

-- A person acts for one party in a committee: the exclusion of two parties for one account is checked below.
create table committee.seat (
  id          uuid primary key,
  committee   uuid not null,
  party       uuid not null,
  account     uuid,
  role        text not null,
  arabic_name text not null,
  latin_name  text not null,
  rank        jsonb not null,
  office      jsonb not null,
  precedence  int not null,
  held_from   date not null,
  held_until  date check (held_until >= held_from),
  foreign key (committee, party) references committee.party (committee, id)
);

create index on committee.seat (account);
create index on committee.seat (committee);

create function committee.one_party_each() returns trigger language plpgsql as $$
begin
  if exists (select 1 from committee.seat s
             where s.committee = new.committee and s.account = new.account and s.party <> new.party) then
    raise exception 'One account acts for one party in a committee' using errcode = 'unique_violation';
  end if;
  return new;
end $$;

create trigger one_party_each before insert or update on committee.seat
  for each row execute function committee.one_party_each();

create table committee.area (
  id            uuid primary key,
  committee     uuid not null references committee.committee,
  place         bigint generated always as identity,
  name          jsonb not null,
  introduced_at int not null check (introduced_at >= 0)
);

create index on committee.area (committee);
