-- SPDX-License-Identifier: Apache-2.0
-- A hundred thousand articles: each list is read along an index, and no further than what it shows.
create index on publication.snapshot (kind, committee, published_at desc, place desc);

-- An article is found by the meeting whose communiqué it is, or 0, as meetings are found by their number.
update publication.snapshot set number = coalesce((document ->> 'meeting')::int, 0) where kind = 'article';
