-- What holds grants up for a while, what outsiders agree to, and staff files that wait.

create table suspensions (
  council text not null,
  id uuid not null,
  user_id uuid not null,
  why text not null,
  starts_at timestamptz not null,
  ends_at timestamptz,
  constraint suspensions_pk primary key (council, id)
);
create index suspensions_by_user on suspensions (council, user_id);

create table quiet_periods (
  council text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  constraint quiet_periods_pk primary key (council)
);

create table agreements (
  council text not null,
  version integer not null,
  terms jsonb not null,
  age_min integer not null,
  set_at timestamptz not null,
  constraint agreements_pk primary key (council, version)
);

create table agreement_acceptances (
  council text not null,
  user_id uuid not null,
  version integer not null,
  text_version integer not null,
  accepted_at timestamptz not null,
  constraint agreement_acceptances_pk primary key (council, user_id, version, text_version)
);

create table staff_files (
  council text not null,
  id uuid not null,
  name text not null,
  handed_in_by uuid not null,
  handed_in_at timestamptz not null,
  content text,
  is_everybody boolean not null,
  purpose text not null,
  constraint staff_files_pk primary key (council, id)
);
