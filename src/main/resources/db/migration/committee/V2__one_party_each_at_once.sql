-- Two parties may seat the same account at the same moment, and neither sees the other's seat until it is committed. So
-- seats with an account are taken one after the other in each committee; the look comes after the wait.
create or replace function committee.one_party_each() returns trigger language plpgsql as $$
begin
  if new.account is null then
    return new;
  end if;
  perform from committee.committee c where c.id = new.committee for no key update;
  if exists (select 1 from committee.seat s
             where s.committee = new.committee and s.account = new.account and s.party <> new.party) then
    raise exception 'One account acts for one party in a committee' using errcode = 'unique_violation';
  end if;
  return new;
end $$;
