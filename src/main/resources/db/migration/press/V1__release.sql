-- SPDX-License-Identifier: Apache-2.0
-- What is to go out: an article, a correction of one, or its withdrawal. was, now and why are what the last two say; due is
-- the moment before which nothing goes out, or nothing for as soon as it is cleared; statement is what was cleared, byte for
-- byte, once it is out.
create table press.release (
  id          uuid primary key,
  article     uuid not null,
  committee   uuid not null,
  kind        text not null check (kind in ('ISSUE', 'CORRIGENDUM', 'WITHDRAWAL')),
  revision    int not null check (revision >= 1),
  was         jsonb not null,
  now         jsonb not null,
  why         jsonb not null,
  due         timestamptz,
  seat        uuid not null,
  opened_at   timestamptz not null,
  released_at timestamptz,
  dropped_at  timestamptz,
  statement   bytea,
  check (released_at is null or dropped_at is null),
  check ((released_at is null) = (statement is null)),
  check (kind <> 'ISSUE' or (id = article and dropped_at is null))
);

create unique index on press.release (article, kind) where released_at is null and dropped_at is null;
create index on press.release (due) where released_at is null and dropped_at is null;
create index on press.release (article, opened_at);

-- A press office's word that exactly these bytes may go out. It is gone when they change or when it is taken back; the trace
-- keeps that it was given.
create table press.clearance (
  release uuid not null references press.release,
  party   uuid not null,
  digest  text not null check (digest ~ '^[0-9a-f]{64}$'),
  seat    uuid not null,
  at      timestamptz not null,
  primary key (release, party)
);

revoke delete on press.release from ${application};
