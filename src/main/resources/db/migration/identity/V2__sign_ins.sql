-- In which language we write to the person; nothing where they have not said.
alter table identity.account add column language text check (language in ('ar', 'fr', 'en'));

comment on column identity.account.password_version is
  'Counts the changes of password and the times every session was ended: a session begun under an older one is over.';

-- The last sign-ins of each account, older ones erased: the owner sees a stranger among them.
create table identity.sign_in (
  id      uuid primary key,
  account uuid not null references identity.account,
  at      timestamptz not null,
  means   text not null check (means <> ''),
  address text not null,
  browser text not null check (char_length(browser) <= 200)
);

create index on identity.sign_in (account, at desc);
