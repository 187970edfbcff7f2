-- SPDX-License-Identifier: Apache-2.0
-- A text from its first draft to what came of it. Its term stands in it once it is opened: closes_at is the last moment
-- to answer, silence whether the rules of that day took silence for having no objection.
create table procedure.text (
  id         uuid primary key,
  place      bigint generated always as identity,
  committee  uuid not null,
  kind       text not null check (kind in ('DECISION', 'RECOMMENDATION', 'STATEMENT')),
  title      jsonb not null,
  revision   int not null check (revision >= 1),
  state      text not null check (state in ('DRAFT', 'OPEN', 'ADOPTED', 'REFUSED', 'DISCUSSED', 'LAPSED', 'WITHDRAWN')),
  written_by uuid not null,
  written_at timestamptz not null,
  opened_by  uuid,
  opened_at  timestamptz,
  closes_at  timestamptz check (closes_at > opened_at),
  extended   boolean not null default false,
  silence    boolean not null default false,
  previous   text,
  ended_by   uuid,
  ended_at   timestamptz,
  reason     text not null default '',
  meeting    int,
  check ((opened_by is null) = (opened_at is null) and (opened_by is null) = (closes_at is null)),
  check (state <> 'DRAFT' or opened_by is null),
  check (state in ('DRAFT', 'WITHDRAWN') or opened_by is not null),
  check ((state in ('DRAFT', 'OPEN')) = (ended_at is null))
);

create index on procedure.text (committee, place);
create index on procedure.text (closes_at) where state = 'OPEN';

create table procedure.clause (
  text    uuid not null references procedure.text,
  number  int not null check (number between 1 and 30),
  id      uuid not null unique,
  verb    text not null,
  wording jsonb not null,
  primary key (text, number)
);

-- Whether a party wants written procedure; the last word of each holds, and what it said before stays.
create table procedure.choice (
  place     bigint generated always as identity primary key,
  committee uuid not null,
  party     uuid not null,
  wanted    boolean not null,
  seat      uuid not null,
  at        timestamptz not null
);

create index on procedure.choice (committee, party, place);

revoke delete on procedure.text from ${application};
revoke update, delete on procedure.choice from ${application};
