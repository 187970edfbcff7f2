-- SPDX-License-Identifier: Apache-2.0
-- A comment gets its number when it first appears, and keeps it: thread n, and within it place m (0 is what began it).
alter table discussion.comment
    add column forum uuid,
    add column parent uuid references discussion.comment (id),
    add column thread integer check (thread > 0),
    add column place integer check (place >= 0),
    add column doubt text not null default '',
    add column note text not null default '' check (char_length(note) <= 500),
    add column origin text check (char_length(origin) between 1 and 200),
    add column erased timestamptz,
    add check ((thread is null) = (place is null)),
    add check (state <> 'published' or erased is null);

-- What its author erases leaves its place and nothing else.
alter table discussion.comment
    drop constraint comment_author_check,
    drop constraint comment_body_check,
    add constraint comment_author_check check (char_length(author) between 1 and 80 or (erased is not null and author = '')),
    add constraint comment_body_check check (char_length(body) between 1 and 3000 or (erased is not null and body = ''));

create table discussion.tally (
    topic uuid primary key,
    threads integer not null check (threads >= 0),
    shown integer not null check (shown >= 0)
);

with numbered as (
    select id, row_number() over (partition by topic order by posted, arrival) as n
    from discussion.comment
    where state = 'published'
)
update discussion.comment set thread = numbered.n, place = 0 from numbered where numbered.id = comment.id;

insert into discussion.tally (topic, threads, shown)
select topic, count(*), count(*) from discussion.comment where state = 'published' group by topic;

create unique index comment_by_number on discussion.comment (topic, thread, place);
create unique index comment_by_origin on discussion.comment (topic, origin);
create index comment_by_time on discussion.comment (topic, posted);
create index comment_by_forum on discussion.comment (forum, posted) where state = 'published';

alter table discussion.ruling
    add column reason text not null default '' check (char_length(reason) <= 500),
    add column note text not null default '' check (char_length(note) <= 500);
