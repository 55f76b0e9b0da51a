-- Under whom, and where in the register, the words lie of what turned out to be another person's.
alter table needs
  add column told_of uuid,
  add column told_seq bigint;
alter table plan_actions
  add column told_of uuid,
  add column told_seq bigint;
