-- Sheets of paper that left the house, the lines on each, and what was said of a line.

create table paper_sheets (
  council text not null,
  id uuid not null,
  number integer not null,
  kind text not null,
  campaign uuid,
  round uuid,
  place uuid,
  caller uuid,
  person uuid,
  need uuid,
  family integer not null,
  lines integer not null,
  limit_pence integer,
  -- The last entry of the log when it was printed.
  position bigint not null,
  printed_at timestamptz not null,
  printed_by uuid not null,
  due_back timestamptz not null,
  destroy_by timestamptz not null,
  for_whom text,
  reason text,
  ring text,
  items text,
  ended text,
  ended_at timestamptz,
  ended_by uuid,
  ended_note text,
  constraint paper_sheets_pk primary key (council, id),
  constraint paper_sheets_number unique (council, number)
);

-- The id of a line is the id of the attempt that comes back on it.
create table paper_lines (
  council text not null,
  id uuid not null,
  sheet uuid not null,
  nth integer not null,
  code text not null,
  member uuid,
  person uuid,
  -- Contact points in the order of the paper.
  phones uuid[] not null,
  constraint paper_lines_pk primary key (council, id)
);
create index paper_lines_by_sheet on paper_lines (council, sheet, nth);
create index paper_lines_by_code on paper_lines (council, code);
create index paper_lines_by_member on paper_lines (council, member);

create table paper_said (
  council text not null,
  id uuid not null,
  sheet uuid not null,
  line uuid not null,
  person uuid,
  why text not null,
  outcome text,
  tried_at timestamptz,
  total_pence integer,
  said_at timestamptz not null,
  said_by uuid not null,
  words text,
  constraint paper_said_pk primary key (council, id)
);
create index paper_said_by_line on paper_said (council, line);
create index paper_said_by_person on paper_said (council, person);
