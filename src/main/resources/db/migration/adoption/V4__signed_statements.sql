-- What is presented is the minutes of a meeting or a text put to the parties between meetings; the text's own room knows it.
alter table adoption.presentation add column text uuid;
alter table adoption.presentation add column kind text not null default 'CONCLUSIONS'
  check (kind in ('CONCLUSIONS', 'DECISION', 'RECOMMENDATION', 'STATEMENT'));
update adoption.presentation set text = minutes;
alter table adoption.presentation alter column text set not null;
alter table adoption.presentation drop column minutes;
alter table adoption.presentation alter column meeting drop not null;
create unique index one_open_presentation on adoption.presentation (text) where outcome is null;

-- The signed statement as it came, in its envelope. A party whose statement ran out before the act was complete signs again.
alter table adoption.signature drop constraint signature_pkey;
alter table adoption.signature add primary key (place);
alter table adoption.signature add column mandate uuid;
alter table adoption.signature add column envelope bytea;
alter table adoption.signature add column statement text unique;
alter table adoption.signature add column not_after timestamptz not null default '9999-01-01T00:00:00Z';
create index on adoption.signature (presentation, party, place);

-- The act's entry in the log: the exact bytes, and the log's name for them.
alter table adoption.act add column text uuid;
alter table adoption.act add column kind text not null default 'CONCLUSIONS'
  check (kind in ('CONCLUSIONS', 'DECISION', 'RECOMMENDATION', 'STATEMENT'));
alter table adoption.act add column entry uuid;
update adoption.act set text = minutes;
alter table adoption.act alter column text set not null;
alter table adoption.act drop column minutes;
alter table adoption.act alter column meeting drop not null;
alter table adoption.act drop constraint act_committee_year_number_key;
alter table adoption.act add unique (committee, kind, year, number);
create unique index one_act_of_a_text on adoption.act (text);
