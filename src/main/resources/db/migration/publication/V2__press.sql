-- SPDX-License-Identifier: Apache-2.0
-- paragraphs: the body as it was composed, each with the clauses it tells. markup: whether the body is Markdown; what was
-- written before reads as it did. side: the party that issues the article alone. source: what an imported article was
-- called where it came from.
alter table publication.article
  add column paragraphs   jsonb not null default '[]',
  add column markup       boolean not null default false,
  add column side         uuid,
  add column not_before   timestamptz,
  add column source       text,
  add column withdrawn_at timestamptz,
  add column withdrawn_why jsonb,
  add unique (committee, source),
  add check ((withdrawn_at is null) = (withdrawn_why is null)),
  add check (withdrawn_at is null or published_at is not null);

create table publication.corrigendum (
  article uuid not null references publication.article,
  number  int not null check (number >= 1),
  was     jsonb not null,
  now     jsonb not null,
  why     jsonb not null,
  at      timestamptz not null,
  primary key (article, number)
);

revoke update, delete on publication.corrigendum from ${application};

-- A withdrawn article leaves a page that says so, at its own address and for ever.
alter table publication.snapshot drop constraint snapshot_kind_check;
alter table publication.snapshot
  add constraint snapshot_kind_check check (kind in ('committee', 'meeting', 'article', 'withdrawn'));

-- The pictures of what is public now: no other picture is shown to a reader.
create table publication.picture (
  article uuid not null references publication.article,
  name    text not null,
  primary key (name, article)
);

create index on publication.picture (article);
