-- By which facts that only a list says of them is somebody found when another list names them?
-- Null until they are written: a running server fills it for entries of before (told-keys.ts).
alter table list_entries add column told_keys integer[];
create index list_entries_untold on list_entries (council, id) where told_keys is null;

create table entry_keys (
  council text not null,
  key integer not null,
  entry uuid not null,
  constraint entry_keys_pk primary key (council, key, entry)
);
