-- A volunteer whose name, phone and note are gone: figures of the jobs stay.

alter table volunteers add column erased_at timestamptz;
