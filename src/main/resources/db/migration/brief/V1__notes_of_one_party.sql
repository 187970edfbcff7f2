-- SPDX-License-Identifier: Apache-2.0
-- The party leads every key and every index: no statement finds a row of one party by the way of another's.
create table brief.note (
  party      uuid not null,
  id         uuid not null,
  topic_kind text not null check (topic_kind in
    ('AGENDA_ITEM', 'CLAUSE', 'COMMITMENT', 'COMMENT_THREAD', 'DOCUMENT', 'MEETING', 'COMMITTEE')),
  topic_of   text not null check (length(topic_of) <= 200),
  label      text not null check (label <> '' and length(label) <= 300),
  version    int not null check (version >= 1),
  folded     text not null,
  primary key (party, id)
);

create index note_by_topic on brief.note (party, topic_kind, topic_of);

create table brief.version (
  party     uuid not null,
  note      uuid not null,
  version   int not null check (version >= 1),
  kind      text not null check (kind in ('NOTE', 'POSITION', 'DRAFT_REPLY', 'PAPER')),
  title     text not null check (title <> ''),
  text      text not null check (octet_length(text) <= 65536),
  withdrawn boolean not null,
  seat      uuid not null,
  account   uuid,
  writer    jsonb not null,
  at        timestamptz not null,
  primary key (party, note, version),
  foreign key (party, note) references brief.note (party, id)
);

alter table brief.note enable row level security;
alter table brief.note force row level security;
alter table brief.version enable row level security;
alter table brief.version force row level security;

create policy own on brief.note for all
  using (party = (select nullif(current_setting('tatabbu.party', true), '')::uuid))
  with check (party = (select nullif(current_setting('tatabbu.party', true), '')::uuid));
create policy own on brief.version for all
  using (party = (select nullif(current_setting('tatabbu.party', true), '')::uuid))
  with check (party = (select nullif(current_setting('tatabbu.party', true), '')::uuid));

-- A version once written stays as it was written, and a note is withdrawn by a version and never taken away.
revoke delete on brief.note from ${application};
revoke update, delete on brief.version from ${application};
