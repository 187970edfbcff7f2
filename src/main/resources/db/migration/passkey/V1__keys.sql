-- What an account is called towards devices: random, so that a key tells nobody whose it is.
create table passkey.holder (
  account uuid primary key,
  handle  bytea not null unique check (octet_length(handle) = 64)
);

-- One public key. The device that holds the private one signs with it only after it has recognised the person.
create table passkey.key (
  id          uuid primary key,
  account     uuid not null references passkey.holder,
  name        text not null check (name <> '' and char_length(name) <= 60),
  credential  bytea not null unique check (octet_length(credential) between 1 and 1023),
  public_key  bytea not null,
  -- How often the device says that it signed; devices that do not count say 0 for ever.
  uses        bigint not null check (uses >= 0),
  verified    boolean not null,
  movable     boolean not null,
  backed_up   boolean not null check (movable or not backed_up),
  transports  text[] not null,
  attestation bytea not null,
  client_data bytea not null,
  added       timestamptz not null,
  used        timestamptz
);

create index on passkey.key (account, added);

comment on column passkey.key.public_key is 'COSE_Key (RFC 9052 §7)';
comment on column passkey.key.movable is 'Whether the device may copy it elsewhere (WebAuthn: backup eligible)';
