alter table orchard.trees add planted date;
