-- SPDX-License-Identifier: Apache-2.0
create table identity.account (
    id               uuid primary key,
    -- Lower-cased by the program (Locale.ROOT), because the database's own lower() depends on its collation.
    email            text not null unique check (email <> ''),
    name_arabic      text not null,
    name_latin       text not null,
    -- The encoder's name in braces, then what it made; never the password itself.
    password         text not null check (password like '{%}_%'),
    -- Counts the changes of password: a session begun under an older one ends.
    password_version integer not null default 1,
    created          timestamptz not null
);
