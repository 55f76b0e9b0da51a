-- A promise made in the round before, which is kept in this one: it stands until somebody tries.
alter table members add column first_promised_at timestamptz;
