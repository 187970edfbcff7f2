create table minutes.bracket_history (
  place  bigint generated always as identity primary key,
  clause uuid not null references minutes.clause,
  party  uuid not null,
  text   jsonb,
  seat   uuid not null,
  at     timestamptz not null
);

-- The history is added to, never changed, by the program itself. A row without a text says that a party lifted its own.
revoke update, delete on minutes.clause_history from ${application};
revoke update, delete on minutes.bracket_history from ${application};
