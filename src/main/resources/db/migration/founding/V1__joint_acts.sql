-- SPDX-License-Identifier: Apache-2.0
-- The text is what everyone confirms, byte for byte: jsonb would write it anew.
create table founding.act (
  id           uuid primary key,
  text         text not null,
  digest       text not null check (digest = encode(sha256(convert_to(text, 'UTF8')), 'hex')),
  committee    uuid,
  proposed_for uuid not null,
  proposed_by  uuid not null,
  proposed_at  timestamptz not null,
  state        text not null,
  ended_at     timestamptz,
  reason       text not null,
  check ((state = 'PROPOSED') = (ended_at is null))
);

create index on founding.act (proposed_at);

create table founding.side (
  act       uuid not null references founding.act,
  party     uuid not null,
  place     int not null,
  agreed    uuid,
  agreed_at timestamptz,
  primary key (act, party),
  check ((agreed is null) = (agreed_at is null)),
  -- Two keys are two persons.
  unique (act, agreed)
);

revoke delete on founding.act, founding.side from ${application};
