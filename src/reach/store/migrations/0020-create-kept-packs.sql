-- Hazard packs of the council's own with which campaigns began: their files may go.
create table kept_packs (
  council text not null,
  id text not null,
  version integer not null,
  pack jsonb not null,
  constraint kept_packs_pk primary key (council, id, version)
);
