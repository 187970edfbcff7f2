-- SPDX-License-Identifier: Apache-2.0
-- What the sides record on an act beyond its text and number. It stands once every side agreed; the last one that was
-- confirmed holds.
create table acts.entry (
  id          uuid primary key,
  place       bigint generated always as identity,
  committee   uuid not null,
  act         uuid not null,
  in_force    date,
  basis       jsonb not null,
  open        boolean not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  state       text not null check (state in ('PROPOSED', 'CONFIRMED', 'REFUSED', 'WITHDRAWN')),
  settled_by  uuid,
  settled_at  timestamptz,
  check ((state = 'PROPOSED') = (settled_at is null))
);

create unique index one_proposal_at_a_time on acts.entry (act) where state = 'PROPOSED';
create index on acts.entry (committee, place);

create table acts.link (
  entry    uuid not null references acts.entry,
  relation text not null check (relation in ('AMENDS', 'REPEALS')),
  target   uuid not null,
  primary key (entry, target)
);

create table acts.agreement (
  entry uuid not null references acts.entry,
  party uuid not null,
  seat  uuid not null,
  at    timestamptz not null,
  primary key (entry, party)
);

-- Each party speaks for its own procedures alone; the last word of each holds, and what it said before stays.
create table acts.domestic (
  place     bigint generated always as identity primary key,
  committee uuid not null,
  act       uuid not null,
  party     uuid not null,
  needed    boolean not null,
  notified  date,
  seat      uuid not null,
  at        timestamptz not null,
  check (needed or notified is null)
);

create index on acts.domestic (committee, act, party, place);

-- All that the public reads of the acts that every side opened; nothing else here is ever asked for a public page.
create table acts.published (
  act       uuid primary key,
  committee uuid not null,
  slug      text not null,
  path      text not null,
  place     int not null,
  snapshot  jsonb not null,
  opened_at timestamptz not null,
  unique (slug, path)
);

revoke delete on acts.entry, acts.link, acts.agreement from ${application};
revoke update on acts.link, acts.agreement from ${application};
revoke update, delete on acts.domestic from ${application};
