-- Where are no more volunteers looked for? A village without a line looks for them.

create table recruiting (
  council text not null,
  village uuid not null,
  is_on boolean not null,
  set_at timestamptz not null,
  set_by uuid not null,
  constraint recruiting_pk primary key (council, village)
);
