-- SPDX-License-Identifier: Apache-2.0
-- Papers that every seat of a committee reads, and their contents.
create table documents.paper (
  id           uuid primary key,
  committee    uuid not null,
  party        uuid not null,
  symbol       text,
  kind         text not null check (kind in ('WORKING_DOCUMENT', 'INFORMATION_DOCUMENT', 'NOTE_VERBALE', 'NON_PAPER', 'AIDE_MEMOIRE')),
  title        jsonb not null,
  distribution text not null check (distribution in ('JOINT', 'PUBLIC')),
  topic        text not null,
  withdrawn    timestamptz
);

create index on documents.paper (committee, topic);

create table documents.content (
  committee uuid not null,
  digest    text not null check (digest ~ '^[0-9a-f]{64}$'),
  primary key (committee, digest)
);

create table documents.piece (
  committee uuid not null,
  digest    text not null,
  number    int not null check (number >= 0),
  octets    bytea not null check (octet_length(octets) between 1 and 262144),
  primary key (committee, digest, number),
  foreign key (committee, digest) references documents.content
);

create table documents.revision (
  paper     uuid not null references documents.paper,
  number    int not null check (number >= 1),
  committee uuid not null,
  digest    text not null,
  name      text not null check (name <> ''),
  type      text not null check (type <> ''),
  size      bigint not null check (size between 1 and 52428800),
  by        uuid not null,
  at        timestamptz not null,
  primary key (paper, number),
  foreign key (committee, digest) references documents.content
);

-- The same for the papers of one party. The party leads every key, so that no key can be asked about another party's rows.
create table documents.own_paper (
  party     uuid not null,
  id        uuid not null,
  committee uuid not null,
  symbol    text,
  kind      text not null check (kind in ('WORKING_DOCUMENT', 'INFORMATION_DOCUMENT', 'NOTE_VERBALE', 'NON_PAPER', 'AIDE_MEMOIRE')),
  title     jsonb not null,
  topic     text not null,
  withdrawn timestamptz,
  shared    boolean not null default false,
  primary key (party, id)
);

create index on documents.own_paper (party, committee, topic);

create table documents.own_content (
  party  uuid not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  primary key (party, digest)
);

create table documents.own_piece (
  party  uuid not null,
  digest text not null,
  number int not null check (number >= 0),
  octets bytea not null check (octet_length(octets) between 1 and 262144),
  primary key (party, digest, number),
  foreign key (party, digest) references documents.own_content
);

create table documents.own_revision (
  party  uuid not null,
  paper  uuid not null,
  number int not null check (number >= 1),
  digest text not null,
  name   text not null check (name <> ''),
  type   text not null check (type <> ''),
  size   bigint not null check (size between 1 and 52428800),
  by     uuid not null,
  at     timestamptz not null,
  primary key (party, paper, number),
  foreign key (party, paper) references documents.own_paper,
  foreign key (party, digest) references documents.own_content
);

alter table documents.own_paper enable row level security;
alter table documents.own_paper force row level security;
alter table documents.own_content enable row level security;
alter table documents.own_content force row level security;
alter table documents.own_piece enable row level security;
alter table documents.own_piece force row level security;
alter table documents.own_revision enable row level security;
alter table documents.own_revision force row level security;

create policy own on documents.own_paper
  using (party = (select nullif(current_setting('tatabbu.party', true), '')::uuid));
create policy own on documents.own_content
  using (party = (select nullif(current_setting('tatabbu.party', true), '')::uuid));
create policy own on documents.own_piece
  using (party = (select nullif(current_setting('tatabbu.party', true), '')::uuid));
create policy own on documents.own_revision
  using (party = (select nullif(current_setting('tatabbu.party', true), '')::uuid));

-- What was brought stays as it was brought; a paper only widens or is withdrawn.
revoke delete on documents.paper from ${application};
revoke delete on documents.own_paper from ${application};
revoke update, delete on documents.content from ${application};
revoke update, delete on documents.own_content from ${application};
revoke update, delete on documents.piece from ${application};
revoke update, delete on documents.own_piece from ${application};
revoke update, delete on documents.revision from ${application};
revoke update, delete on documents.own_revision from ${application};
