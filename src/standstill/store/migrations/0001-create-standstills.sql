-- Where everything is stopped, who was told, and who of those out there is safe home.

create table standstills (
  council text not null,
  id uuid not null,
  within uuid,
  stopped_at timestamptz not null,
  stopped_by uuid not null,
  reason text,
  lifted_at timestamptz,
  lifted_by uuid,
  lift_reason text,
  constraint standstills_pk primary key (council, id)
);
create index standstills_in_force on standstills (council, within) where lifted_at is null;

create table standstill_told (
  council text not null,
  standstill uuid not null,
  user_id uuid not null,
  acknowledged_at timestamptz,
  constraint standstill_told_pk primary key (council, standstill, user_id)
);
create index standstill_told_by_user on standstill_told (council, user_id);

create table standstill_out (
  council text not null,
  standstill uuid not null,
  user_id uuid not null,
  why text not null,
  safe_at timestamptz,
  safe_by uuid,
  said_by text,
  constraint standstill_out_pk primary key (council, standstill, user_id)
);
create index standstill_out_by_user on standstill_out (council, user_id);
