-- When did a volunteer mean to be at the door of each job of theirs?

create table kept_rounds (
  council text not null,
  volunteer uuid not null,
  job uuid not null,
  at timestamptz not null,
  constraint kept_rounds_pk primary key (council, volunteer, job)
);
