-- All words of a person in one line. Who sees few people is answered from these lines alone, and
-- the second word of a search is looked for in the lines of those who have the first.
-- Null until it is written: a running server fills it for people of before (fill-words.ts).
alter table people add column words text collate "C";
create index people_without_words on people (council, id) where words is null;

-- Who lives in a place, from the index alone: what a reader may see is asked before who fits.
create index people_in_place on people (council, place, id);
drop index people_by_place;

-- Operational: whom the search box has shown to somebody who is still typing. A line of `reads`
-- is made of it as soon as they pause.
create table search_runs (
  council text not null,
  actor uuid not null,
  purpose text not null,
  subjects uuid[] not null,
  began_at timestamptz not null,
  shown_at timestamptz not null,
  constraint search_runs_pk primary key (council, actor)
);
