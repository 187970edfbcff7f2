-- Every setting stays: the last lasting one holds, unless a derogation set after it still runs.
create table committee.rule (
  place     bigint generated always as identity primary key,
  committee uuid not null references committee.committee,
  rule      text not null,
  value     text not null,
  until     date,
  reason    text not null,
  act       uuid not null,
  set_by    uuid not null,
  set_at    timestamptz not null
);

create index on committee.rule (committee, rule, place);
