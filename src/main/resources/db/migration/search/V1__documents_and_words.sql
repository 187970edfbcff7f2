-- SPDX-License-Identifier: Apache-2.0
-- What everybody may find: one row for each language that a document has. The texts are kept as they were written, so
-- that a new folding needs no other room, and a hit is shown in its own spelling.
create table search.document (
  id       bigint primary key generated always as identity,
  kind     text not null,
  of       text not null,
  language text not null check (language in ('ar', 'fr', 'en')),
  slug     text not null,
  name     text not null,
  title    text not null,
  body     text not null,
  areas    jsonb not null,
  day      date not null,
  path     text not null check (path like '/%'),
  lexemes  tsvector not null,
  folding  int not null,
  unique (kind, of, language)
);

create index on search.document using gin (lexemes) with (fastupdate = off);
create index on search.document using gin (ts_filter(lexemes, '{a}')) with (fastupdate = off);
create index on search.document (day);

-- What the seats of one committee may find, in tables of their own: no question of the public ever names them.
create table search.joint_document (
  id       bigint primary key generated always as identity,
  circle   uuid not null,
  kind     text not null,
  of       text not null,
  language text not null check (language in ('ar', 'fr', 'en')),
  slug     text not null,
  name     text not null,
  title    text not null,
  body     text not null,
  areas    jsonb not null,
  day      date not null,
  path     text not null check (path like '/%'),
  lexemes  tsvector not null,
  folding  int not null,
  unique (kind, of, language)
);

create index on search.joint_document using gin (lexemes) with (fastupdate = off);
create index on search.joint_document using gin (ts_filter(lexemes, '{a}')) with (fastupdate = off);
create index on search.joint_document (circle, day);

-- The words that stand in those texts, for slips of the finger.
create table search.word (
  word  text primary key,
  shown text not null,
  size  int not null,
  grams text[] not null
);

create index on search.word using gin (grams) with (fastupdate = off);

create table search.joint_word (
  circle uuid not null,
  word   text not null,
  shown  text not null,
  size   int not null,
  grams  text[] not null,
  primary key (circle, word)
);

create index on search.joint_word using gin (grams) with (fastupdate = off);

-- What was done once for all processes: the folding that every row has, and the rooms that told what they had before.
create table search.done (
  what    text primary key,
  version int not null
);
