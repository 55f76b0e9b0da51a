-- Members whom an undone load had brought: out of every figure from then on, not of earlier ones.
create table members_left (
  council text not null,
  id uuid not null,
  kind text not null,
  subject uuid not null,
  joined_at timestamptz not null,
  constraint members_left_pk primary key (council, id)
);
