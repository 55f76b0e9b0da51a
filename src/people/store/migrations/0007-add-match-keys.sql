-- By which facts somebody is found when a list, or whoever adds them by hand, names them again.
-- Null until they are written: a running server fills it for people of before (fill-words.ts).
alter table people add column match_keys integer[];
create index people_unfilled on people (council, id) where words is null or match_keys is null;
drop index people_without_words;

create table person_keys (
  council text not null,
  key integer not null,
  -- The record whose facts these are: joining and parting move nothing.
  person uuid not null,
  constraint person_keys_pk primary key (council, key, person)
);
