-- SPDX-License-Identifier: Apache-2.0
-- By the time alone, whoever sends finds all that came within minutes, which is most of it when much comes.
create index comment_by_words on discussion.comment (
    hashtextextended(topic::text || author || E'\n' || body, 0), posted
);
