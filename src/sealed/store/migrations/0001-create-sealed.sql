-- Lists that wait sealed until their day, what is declared, and who else holds which list.

create table sealed_lists (
  council text not null,
  id uuid not null,
  list text not null,
  owner text,
  contact text,
  rule text not null,
  area uuid,
  state text not null,
  agreed_at timestamptz not null,
  agreed_by uuid not null,
  handed_in_at timestamptz,
  version uuid,
  occasion uuid,
  opened_at timestamptz,
  opened_by uuid,
  opened_why text,
  due_at timestamptz,
  closed_at timestamptz,
  closed_why text,
  -- Counts only: what the owner is told.
  receipt jsonb,
  constraint sealed_lists_pk primary key (council, id),
  constraint sealed_lists_state check (state in ('agreed', 'sealed', 'open', 'closed', 'destroyed'))
);

-- Operational: the file, each part sealed with the key that is in no table.
create table sealed_parts (
  council text not null,
  sealed uuid not null,
  nth integer not null,
  part text not null,
  constraint sealed_parts_pk primary key (council, sealed, nth)
);

create table occasions (
  council text not null,
  id uuid not null,
  kind text not null,
  name text,
  area uuid,
  declared_at timestamptz not null,
  declared_by uuid not null,
  ended_at timestamptz,
  constraint occasions_pk primary key (council, id)
);

create table holders (
  council text not null,
  id uuid not null,
  name text,
  contact text,
  holds text,
  pull text,
  trigger text not null,
  told_at timestamptz not null,
  constraint holders_pk primary key (council, id)
);
