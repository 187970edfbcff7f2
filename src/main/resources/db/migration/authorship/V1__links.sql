-- SPDX-License-Identifier: Apache-2.0
-- A letter's link to its reader's own comments, used once. Whose they are stands nowhere here.
create table authorship.link (
    digest bytea primary key,
    comments uuid[] not null,
    asked timestamptz not null,
    expires timestamptz not null
);
