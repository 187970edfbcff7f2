-- SPDX-License-Identifier: Apache-2.0
-- What each party says of how public a clause is. It stands beside the clause and never in its record, and it speaks of
-- one revision of the clause: a clause that was written anew is as if nobody had said anything.
create table publicity.word (
  clause   uuid not null,
  party    uuid not null,
  revision int not null check (revision >= 1),
  reach    text not null check (reach in ('PUBLIC', 'JOINT', 'ONE_SIDE')),
  side     uuid,
  seat     uuid not null,
  at       timestamptz not null,
  primary key (clause, party),
  check ((reach = 'ONE_SIDE') = (side is not null))
);

revoke delete on publicity.word from ${application};
