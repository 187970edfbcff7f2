-- SPDX-License-Identifier: Apache-2.0
-- A commitment as it was adopted, with its number for life; serial counts a committee's commitments of one year.
create table followup.commitment (
  id        uuid primary key,
  committee uuid not null,
  clause    uuid not null unique,
  act       uuid not null,
  year      int not null,
  serial    int not null check (serial >= 1),
  number    text not null,
  text      jsonb not null,
  owner     uuid not null,
  body      jsonb not null,
  due       date not null,
  made_at   int not null check (made_at >= 1),
  unique (committee, year, serial),
  unique (committee, number)
);

create table followup.report (
  place      bigint generated always as identity primary key,
  commitment uuid not null references followup.commitment,
  party      uuid not null,
  status     text not null check (status in ('NOT_BEGUN', 'UNDER_WAY', 'DONE', 'BLOCKED', 'WITHDRAWN')),
  note       jsonb not null,
  seat       uuid not null,
  at         timestamptz not null
);

create index report_by_commitment on followup.report (commitment, place);

-- What was adopted is never rewritten, and the history of reports only grows.
revoke update, delete on followup.commitment from ${application};
revoke update, delete on followup.report from ${application};
