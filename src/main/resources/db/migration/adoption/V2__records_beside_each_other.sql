-- The record that was the committee's last when this text was presented: two texts may be presented beside each other,
-- and the adoption of one changes no byte of the other.
alter table adoption.presentation add column previous text;
update adoption.presentation set previous = convert_from(record, 'UTF8')::jsonb ->> 'previous';

create unique index one_act_of_a_text on adoption.act (minutes);
