-- Which events are about a person. Row security would not use the log's own index for this.

create table person_events (
  council text not null,
  person uuid not null,
  seq bigint not null,
  constraint person_events_pk primary key (council, person, seq)
);
