-- SPDX-License-Identifier: Apache-2.0
-- Whom a fleeting letter goes to, and what it says, is sealed with a key outside the database. What waited before is sent as it is.
alter table mail.letter add column sealed boolean not null default false;
