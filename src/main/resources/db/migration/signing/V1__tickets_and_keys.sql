-- Passkeys of the signing address. One that is removed stays: what it signed must still be read.
create table signing.key (
  id         uuid primary key,
  account    uuid not null,
  name       text not null check (char_length(name) between 1 and 60),
  credential bytea not null unique,
  cose       bytea not null,
  origin     text not null,
  made       timestamptz not null,
  removed    timestamptz
);

create index on signing.key (account);

-- Brings one person to the signing address once, to make a key or to sign one statement. Only its digest is kept: who
-- reads this table cannot use it.
create table signing.ticket (
  digest    bytea primary key check (octet_length(digest) = 32),
  account   uuid not null,
  kind      text not null check (kind in ('KEY', 'STATEMENT')),
  challenge bytea not null check (octet_length(challenge) = 32),
  type      text not null,
  statement bytea not null,
  record    bytea not null,
  credential bytea not null,
  subject   uuid,
  who       text not null,
  back      text not null,
  made      timestamptz not null,
  expires   timestamptz not null check (expires > made),
  used      timestamptz,
  said      text
);

create index on signing.ticket (expires);
