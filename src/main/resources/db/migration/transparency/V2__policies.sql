-- Acts name the policy that was in force by its digest; whoever proves an old one needs its text.
create table transparency.policy (
  digest bytea primary key check (length(digest) = 32),
  text   bytea not null,
  since  timestamptz not null
);

revoke update, delete on transparency.policy from ${application};
