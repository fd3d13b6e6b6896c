-- The plan at an instant begins with the last revision of the plan until then, however many came after it.
create index revision_plan_committed_at_ix on revision (committed_at) where kind in ('LOAD', 'APPLY');
