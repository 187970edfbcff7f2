-- SPDX-License-Identifier: Apache-2.0
-- A picture as it is shown, named by the SHA-256 of its bytes; never changed.
create table picture.picture (
  name   text primary key check (name ~ '^[0-9a-f]{64}\.(jpg|png)$'),
  width  int not null check (width >= 1),
  height int not null check (height >= 1),
  bytes  bytea not null
);

-- Who brought it: a circle is a committee, and no other may use it.
create table picture.holding (
  circle uuid not null,
  name   text not null references picture.picture,
  at     timestamptz not null,
  primary key (circle, name)
);

revoke update, delete on picture.picture from ${application};
revoke update, delete on picture.holding from ${application};
