-- SPDX-License-Identifier: Apache-2.0
-- The address is AES-256-GCM in base64; its key is a file outside the database.
create table discussion.comment (
    id uuid primary key,
    arrival bigint generated always as identity unique,
    topic uuid not null,
    language text not null check (language in ('ar', 'fr', 'en')),
    author text not null check (char_length(author) between 1 and 80),
    address text not null,
    body text not null check (char_length(body) between 1 and 3000),
    posted timestamptz not null,
    state text not null check (state in ('held', 'published', 'refused', 'spam'))
);

create index comment_by_topic on discussion.comment (topic, state, posted, arrival);

create table discussion.ruling (
    number bigint generated always as identity primary key,
    comment uuid not null references discussion.comment (id),
    moderator uuid not null,
    at timestamptz not null,
    was text not null check (was in ('held', 'published', 'refused', 'spam')),
    became text not null check (became in ('held', 'published', 'refused', 'spam')),
    check (was <> became)
);

create index ruling_by_comment on discussion.ruling (comment, number);

-- The history of rulings only grows.
revoke update, delete on discussion.ruling from ${application};
