-- SPDX-License-Identifier: Apache-2.0
-- Where a page stood on the site that it came from, path and question, decoded; and where it stands here, from the root.
create table wordpress.former (
  address text primary key,
  place   text not null check (place ~ '^/(ar|fr|en)/')
);
