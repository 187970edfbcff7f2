-- What was kept about an item before went by its number, and still finds it.
alter table meeting.agenda_item add column key text;
update meeting.agenda_item set key = label;
alter table meeting.agenda_item alter column key set not null, add unique (meeting, key);
