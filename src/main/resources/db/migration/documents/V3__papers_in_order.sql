-- SPDX-License-Identifier: Apache-2.0
-- When a paper was brought: lists go on from where the last one ended.
alter table documents.paper add column brought timestamptz;
update documents.paper p set brought = r.at from documents.revision r where r.paper = p.id and r.number = 1;
alter table documents.paper alter column brought set not null;

-- The owner is held by the walls as well, so that they are taken down for this one statement of this one transaction.
alter table documents.own_paper add column brought timestamptz;
alter table documents.own_paper no force row level security;
alter table documents.own_revision no force row level security;
update documents.own_paper p set brought = r.at
from documents.own_revision r where r.party = p.party and r.paper = p.id and r.number = 1;
alter table documents.own_paper force row level security;
alter table documents.own_revision force row level security;
alter table documents.own_paper alter column brought set not null;

drop index documents.paper_committee_topic_idx;
drop index documents.own_paper_party_committee_topic_idx;
create index on documents.paper (committee, brought desc, id desc);
create index on documents.paper (committee, brought desc, id desc) where distribution = 'PUBLIC' and withdrawn is null;
create index on documents.own_paper (party, committee, brought desc, id desc) where not shared;
