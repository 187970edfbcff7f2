-- A letter is settled when it was delivered or given up; a claim is a next_try in the future, so that it outlives whoever
-- held it and then ends by itself.
alter table mail.letter add column abandoned timestamptz;
alter table mail.letter drop constraint letter_check;
alter table mail.letter add constraint body_until_settled
  check (delivered is not null or abandoned is not null or body is not null);

create index on mail.letter (next_try nulls first, queued) where delivered is null and abandoned is null;
