-- SPDX-License-Identifier: Apache-2.0
-- What is in force here is in the log too, and both sides read it. Envelopes are kept byte for byte.
create table mandate.authority (
  party          uuid not null,
  key            text not null check (key ~ '^[0-9a-f]{64}$'),
  committee      uuid not null,
  envelope       bytea not null,
  brought_by     uuid not null,
  brought_at     timestamptz not null,
  in_force_at    timestamptz,
  entry          uuid unique,
  handover       bytea,
  handover_entry uuid unique,
  over_at        timestamptz,
  primary key (party, key),
  check ((in_force_at is null) = (entry is null)),
  check ((handover is null) = (handover_entry is null)),
  check (handover is null or in_force_at is not null)
);

create index on mandate.authority (committee);
create unique index one_in_force on mandate.authority (party) where in_force_at is not null and over_at is null;
create unique index one_waiting on mandate.authority (party) where in_force_at is null and over_at is null;

-- The other sides' word for a key whose forerunner is lost.
create table mandate.confirmation (
  party    uuid not null,
  key      text not null,
  by_party uuid not null check (by_party <> party),
  by_seat  uuid not null,
  at       timestamptz not null,
  primary key (party, key, by_party),
  foreign key (party, key) references mandate.authority
);

create table mandate.mandate (
  id           uuid primary key,
  party        uuid not null,
  committee    uuid not null,
  seat         uuid not null,
  key          text not null check (key ~ '^[0-9a-f]{64}$'),
  issuer       text not null,
  envelope     bytea not null,
  brought_by   uuid not null,
  brought_at   timestamptz not null,
  entry        uuid not null unique,
  over_at      timestamptz,
  end_envelope bytea,
  end_entry    uuid unique,
  foreign key (party, issuer) references mandate.authority,
  check ((end_envelope is null) = (end_entry is null)),
  check (end_envelope is null or over_at is not null)
);

create index on mandate.mandate (committee);
create index on mandate.mandate (seat);
create index on mandate.mandate (key);

revoke delete on mandate.authority, mandate.confirmation, mandate.mandate from ${application};

-- What a party prepares is its own affair until it is signed.
create table mandate.draft (
  party       uuid not null,
  id          uuid not null,
  committee   uuid not null,
  seat        uuid not null,
  statement   bytea not null,
  prepared_by uuid not null,
  prepared_at timestamptz not null,
  gone_at     timestamptz,
  primary key (party, id)
);

alter table mandate.draft enable row level security;
alter table mandate.draft force row level security;

create policy own on mandate.draft
  using (party = (select nullif(current_setting('tatabbu.party', true), '')::uuid))
  with check (party = (select nullif(current_setting('tatabbu.party', true), '')::uuid));

revoke delete on mandate.draft from ${application};
