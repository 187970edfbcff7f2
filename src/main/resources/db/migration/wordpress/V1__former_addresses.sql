-- SPDX-License-Identifier: Apache-2.0
-- Where a page stood on the site that it came from: path and question, decoded.
create table wordpress.former (
  address  text primary key,
  language text not null check (language in ('ar', 'fr', 'en')),
  slug     text not null
);
