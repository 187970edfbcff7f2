-- What an act was adopted with, kept in its transaction: words for reading may get better, and policies change.
create table proof.kept (
  act    uuid primary key,
  policy bytea not null,
  at     timestamptz not null
);

create table proof.reading (
  act      uuid not null references proof.kept,
  language text not null check (language in ('ar', 'fr', 'en')),
  text     bytea not null,
  primary key (act, language)
);

-- Made once, when the log has sealed the act: everybody gets the same bytes.
create table proof.bundle (
  act   uuid primary key references proof.kept,
  size  bigint not null check (size > 0),
  bytes bytea not null,
  at    timestamptz not null
);

revoke update, delete on proof.kept, proof.reading, proof.bundle from ${application};
