-- The digest of a link is kept in one form in every room.
alter table register.welcome drop constraint welcome_digest_check;
alter table register.welcome alter column digest type bytea using decode(digest, 'hex');
alter table register.welcome add check (octet_length(digest) = 32);
