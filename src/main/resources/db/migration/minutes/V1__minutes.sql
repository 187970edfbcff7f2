create table minutes.minutes (
  id        uuid primary key,
  committee uuid not null,
  meeting   uuid not null unique,
  standing  text not null default 'DRAFT'
);

create table minutes.clause (
  id         uuid primary key,
  minutes    uuid not null references minutes.minutes,
  number     int not null,
  revision   int not null check (revision >= 1),
  verb       text not null,
  item       text not null,
  speaker    uuid,
  owner      uuid,
  owner_body jsonb,
  due        date,
  unique (minutes, number),
  check ((owner is null) = (due is null) and (owner is null) = (owner_body is null))
);

-- matches: the revision of the clause that this language's text says; below the clause's own, it lags.
create table minutes.clause_text (
  clause   uuid not null references minutes.clause,
  language text not null,
  text     text not null,
  matches  int not null,
  primary key (clause, language)
);

create table minutes.bracket (
  clause uuid not null references minutes.clause,
  party  uuid not null,
  text   jsonb not null,
  since  timestamptz not null,
  primary key (clause, party)
);

create table minutes.clause_history (
  clause   uuid not null references minutes.clause,
  revision int not null,
  verb     text not null,
  text     jsonb not null,
  seat     uuid not null,
  party    uuid not null,
  at       timestamptz not null,
  primary key (clause, revision)
);
