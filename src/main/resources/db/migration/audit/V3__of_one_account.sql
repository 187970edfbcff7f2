-- What somebody reads of their own account.
create index on audit.change (by, at desc) where committee is null;
create index on audit.change (about) where committee is null;
