-- The body leaves with the delivery: a link in it opens something, and nothing needs it afterwards.
create table mail.letter (
  id        uuid primary key,
  recipient text not null,
  language  text not null,
  subject   text not null,
  body      text,
  queued    timestamptz not null,
  attempts  int not null default 0,
  next_try  timestamptz,
  delivered timestamptz,
  check (delivered is not null or body is not null)
);

create index on mail.letter (queued) where delivered is null;
