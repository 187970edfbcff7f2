-- What was handed in, in the transaction that it tells of; nth is its place in the queue, not yet in the log.
create table transparency.submission (
  nth   bigint generated always as identity primary key,
  id    uuid not null unique,
  bytes bytea not null check (length(bytes) <= 65535),
  at    timestamptz not null
);

create table transparency.waiting (
  nth bigint primary key references transparency.submission
);

create table transparency.entry (
  position   bigint primary key check (position >= 0),
  submission bigint not null unique references transparency.submission
);

-- Roots of whole subtrees of 256^level entries; level 0 holds the leaves.
create table transparency.node (
  level    smallint not null check (level between 0 and 7),
  position bigint not null check (position >= 0),
  hash     bytea not null check (length(hash) = 32),
  primary key (level, position)
);

-- One for each size, so that two roots of one size cannot both be signed.
create table transparency.checkpoint (
  size   bigint primary key check (size > 0),
  note   text not null,
  signed timestamptz not null
);

create table transparency.cosignature (
  size    bigint not null references transparency.checkpoint,
  witness text not null,
  line    text not null,
  at      timestamptz not null,
  primary key (size, witness)
);

-- A policy may change, and the same checkpoint then goes out once more with the signatures that it asks for.
create table transparency.publication (
  nth  bigint generated always as identity primary key,
  size bigint not null references transparency.checkpoint,
  note text not null,
  at   timestamptz not null
);

create table transparency.refusal (
  nth    bigint generated always as identity primary key,
  reason text not null,
  who    text not null,
  size   bigint not null,
  at     timestamptz not null
);

revoke update, delete on
  transparency.submission, transparency.entry, transparency.node, transparency.checkpoint,
  transparency.cosignature, transparency.publication, transparency.refusal
from ${application};
revoke update on transparency.waiting from ${application};
