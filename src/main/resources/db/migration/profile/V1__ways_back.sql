-- Somebody asked for a way back into the account of this e-mail. Whether there is one is looked up afterwards, so that
-- asking takes the same time for every e-mail. Erased after an hour.
create table profile.asking (
  id       uuid primary key,
  email    text not null check (char_length(email) <= 254),
  address  text not null,
  language text not null check (language in ('ar', 'fr', 'en')),
  at       timestamptz not null,
  answered timestamptz
);

create index on profile.asking (address, at);
create index on profile.asking (at) where answered is null;

-- A one-time link sent by letter. Only its digest is kept: who reads this table cannot use it.
create table profile.way_back (
  digest  bytea primary key check (octet_length(digest) = 32),
  account uuid not null,
  made    timestamptz not null,
  expires timestamptz not null check (expires > made),
  ended   timestamptz
);

create index on profile.way_back (account, made);
