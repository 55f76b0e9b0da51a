-- Operational: what could not be read of a sealed file when it was handed in. Rows, columns, codes
-- and counts, sealed as the file is; gone when the file is opened, replaced or destroyed.
create table sealed_checks (
  council text not null,
  sealed uuid not null,
  report text not null,
  constraint sealed_checks_pk primary key (council, sealed)
);
