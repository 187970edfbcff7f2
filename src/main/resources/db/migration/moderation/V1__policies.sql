-- SPDX-License-Identifier: Apache-2.0
-- What each committee asks of its readers' comments. A committee that has said nothing has no row.
create table moderation.policy (
    forum uuid primary key,
    version integer not null check (version > 0),
    waits text not null check (waits in ('ALL', 'FIRST', 'NONE')),
    days integer not null check (days between 0 and 3650),
    links integer not null check (links between 0 and 100),
    ar text not null check (char_length(ar) <= 10000),
    fr text not null check (char_length(fr) <= 10000),
    en text not null check (char_length(en) <= 10000)
);

-- A word as it was written, and the form in which it is compared.
create table moderation.word (
    forum uuid not null,
    language text not null check (language in ('ar', 'fr', 'en')),
    folded text not null check (char_length(folded) between 1 and 200),
    written text not null check (char_length(written) between 1 and 100),
    primary key (forum, language, folded)
);

-- A topic that is open or closed whatever its committee's rule says.
create table moderation.exception (
    topic uuid primary key,
    open boolean not null
);
