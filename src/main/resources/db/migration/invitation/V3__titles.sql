-- The title of the person, such as Dr or His Excellency, between their rank and their name.
alter table invitation.invitation
  add column courtesy jsonb not null default '{"ar": "", "fr": "", "en": ""}';
