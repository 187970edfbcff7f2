create table harbour.ships (name text primary key);
create table harbour.logbook (line text not null);
revoke update, delete on harbour.logbook from ${application};
