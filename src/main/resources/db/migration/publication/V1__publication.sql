create table publication.article (
  id           uuid primary key,
  place        bigint generated always as identity,
  committee    uuid not null,
  meeting      uuid unique,
  revision     int not null check (revision >= 1),
  slug         text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title        jsonb not null,
  lead         jsonb not null,
  body         jsonb not null,
  authority    jsonb not null,
  clauses      uuid[] not null,
  written_by   uuid not null,
  written_at   timestamptz not null,
  published_by uuid,
  published_at timestamptz,
  check ((published_by is null) = (published_at is null))
);

create index on publication.article (committee);

-- What the public reads, and all it reads: one document a page, as it was when it was published.
create table publication.snapshot (
  kind         text not null check (kind in ('committee', 'meeting', 'article')),
  key          text not null,
  place        bigint generated always as identity,
  of           uuid not null,
  committee    text not null,
  number       int not null,
  document     jsonb not null,
  published_at timestamptz not null,
  primary key (kind, key)
);

create unique index on publication.snapshot (kind, of);
create index on publication.snapshot (kind, committee, number);
create index on publication.snapshot (kind, published_at desc, place desc);
