-- record: the canonical bytes as they were presented, never made anew in order to verify; digest names them.
create table adoption.presentation (
  id           uuid primary key,
  place        bigint generated always as identity,
  committee    uuid not null,
  meeting      uuid not null,
  minutes      uuid not null,
  record       bytea not null,
  digest       text not null check (digest = encode(sha256(record), 'hex')),
  presented_by uuid not null,
  presented_at timestamptz not null,
  outcome      text check (outcome in ('ADOPTED', 'RETURNED', 'BROKEN')),
  ended_by     uuid,
  ended_at     timestamptz,
  reason       text,
  check ((outcome is null) = (ended_by is null) and (outcome is null) = (ended_at is null))
);

create unique index one_open_presentation on adoption.presentation (minutes) where outcome is null;
create index on adoption.presentation (meeting);
create index on adoption.presentation (committee);

-- The statement that was signed and the signature object take their place beside the digest with the log.
create table adoption.signature (
  place        bigint generated always as identity,
  presentation uuid not null references adoption.presentation,
  party        uuid not null,
  seat         uuid not null,
  digest       text not null,
  signed_at    timestamptz not null,
  primary key (presentation, party)
);

create table adoption.act (
  id           uuid primary key,
  place        bigint generated always as identity,
  committee    uuid not null,
  meeting      uuid not null,
  minutes      uuid not null,
  presentation uuid not null unique references adoption.presentation,
  year         int not null,
  number       int not null check (number >= 1),
  digest       text not null,
  adopted_at   timestamptz not null,
  unique (committee, year, number)
);

create index on adoption.act (meeting);
