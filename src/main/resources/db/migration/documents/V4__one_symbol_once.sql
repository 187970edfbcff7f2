-- SPDX-License-Identifier: Apache-2.0
-- A symbol names one paper among those that every side of a committee reads, whatever its case, and for good: one that was
-- withdrawn is still cited. Until now two could bear the same. The first brought keeps the symbol to itself; those after it
-- keep theirs as well, marked, for they were cited by it. The papers of one party are not asked: an answer about them would
-- tell, and two parties do not agree on numbers before they show each other what they have.
alter table documents.paper add column again boolean not null default false;

update documents.paper p set again = true
from documents.paper first
where first.committee = p.committee and lower(first.symbol) = lower(p.symbol)
  and (first.brought, first.id) < (p.brought, p.id);

create unique index paper_symbol on documents.paper (committee, lower(symbol)) where not again;
