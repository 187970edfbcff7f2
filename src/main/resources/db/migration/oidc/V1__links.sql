-- One subject of a provider is one account, and an account is one subject of each provider.
create table oidc.link (
  issuer  text not null,
  subject text not null,
  account uuid not null,
  linked  timestamptz not null,
  primary key (issuer, subject),
  unique (account, issuer)
);
