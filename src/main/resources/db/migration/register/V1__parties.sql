-- SPDX-License-Identifier: Apache-2.0
create table register.operator (
  account uuid primary key,
  since   timestamptz not null
);

create table register.party (
  id         uuid primary key,
  place      bigint generated always as identity,
  name       jsonb not null,
  short_name jsonb not null,
  adjective  jsonb not null,
  language   text not null,
  zone       text not null,
  weekend    text not null,
  holidays   text not null
);

create table register.secretary (
  place      bigint generated always as identity primary key,
  party      uuid not null references register.party,
  account    uuid not null,
  held_from  date not null,
  -- The day before the first says that somebody was taken back on the day they came.
  held_until date check (held_until >= held_from - 1)
);

create unique index on register.secretary (party, account) where held_until is null;
create index on register.secretary (account);

-- Only the digest of a link's token is kept: who reads this table cannot follow one.
create table register.welcome (
  id       uuid primary key,
  digest   text not null unique check (digest ~ '^[0-9a-f]{64}$'),
  email    text not null,
  party    uuid references register.party,
  language text not null,
  expires  timestamptz not null,
  used     timestamptz
);
