-- SPDX-License-Identifier: Apache-2.0
-- Of what people were told, so that a restart, or another process, does not tell them again.
create table watch.told (
  reason text not null,
  who    text not null,
  size   bigint not null,
  at     timestamptz not null,
  primary key (reason, who, size)
);

revoke update, delete on watch.told from ${application};
