-- SPDX-License-Identifier: Apache-2.0
-- Whom a fleeting letter went to is forgotten as soon as it is settled.
alter table mail.letter add column fleeting boolean not null default false;
