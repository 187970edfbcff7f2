-- SPDX-License-Identifier: Apache-2.0
-- A content lies in pieces here, or as an object of a store of files under this random name.
alter table documents.content add column object uuid;
alter table documents.own_content add column object uuid;

-- Objects on their way in. The transaction that keeps a paper takes its object from here: what stays was kept by nobody and
-- is deleted. It tells nothing of what came, from whom, or for whom.
create table documents.arriving (
  object uuid primary key,
  at     timestamptz not null
);
