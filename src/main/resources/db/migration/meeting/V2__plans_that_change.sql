alter table meeting.meeting
  add column opens_at   time,
  add column opens_zone text,
  add column revision   int not null default 1,
  add check ((opens_at is null) = (opens_zone is null));
