-- When what the public reads of an act last became another: feeds and the map of the site say so.
alter table acts.published add column changed_at timestamptz;
update acts.published set changed_at = opened_at;
alter table acts.published alter column changed_at set not null;
