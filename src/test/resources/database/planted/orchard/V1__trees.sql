create table orchard.trees (name text primary key);
