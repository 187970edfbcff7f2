create table meeting.meeting (
  id        uuid primary key,
  committee uuid not null,
  number    int not null check (number >= 1),
  state     text not null,
  mode      text not null,
  first_day date not null,
  last_day  date not null check (last_day >= first_day),
  venue     jsonb not null,
  host      uuid,
  mandate   jsonb not null,
  unique (committee, number)
);

create table meeting.agenda_item (
  place        bigint generated always as identity primary key,
  meeting      uuid not null references meeting.meeting,
  label        text not null,
  title        jsonb not null,
  kind         text not null,
  area         uuid,
  requested_by uuid,
  unique (meeting, label)
);

create table meeting.participant (
  place       bigint generated always as identity primary key,
  meeting     uuid not null references meeting.meeting,
  party       uuid not null,
  arabic_name text not null,
  latin_name  text not null,
  rank        jsonb not null,
  office      jsonb not null,
  chairs      boolean not null
);

create table meeting.side_meeting (
  place   bigint generated always as identity primary key,
  meeting uuid not null references meeting.meeting,
  bodies  jsonb not null,
  level   jsonb not null,
  subject jsonb not null
);

create index on meeting.participant (meeting);
create index on meeting.side_meeting (meeting);
