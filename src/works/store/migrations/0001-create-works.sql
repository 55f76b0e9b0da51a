-- What works where, as somebody last said; until when they believe it.
create table works_now (
  council text not null,
  place uuid not null,
  service text not null,
  state text not null,
  since timestamptz not null,
  until timestamptz,
  said_by uuid not null,
  constraint works_now_pk primary key (council, place, service),
  constraint works_now_state check (state in ('works', 'out', 'not-known'))
);
