-- The browsers that a person signed in with lately: whoever guesses from behind the same address does not make them wait.
create table identity.device (
  account uuid not null references identity.account,
  digest  text not null check (digest ~ '^[0-9a-f]{64}$'),
  seen    timestamptz not null,
  primary key (account, digest)
);

create index on identity.device (digest);

comment on column identity.device.digest is
  'SHA-256 of the value in the browser''s cookie, which opens nothing.';
