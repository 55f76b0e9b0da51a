-- Figures of the first page of the day, as they were counted for one person. Working state, not
-- the record: counts, ids and times, counted again whenever that person asks.
create table kept_mornings (
  council text not null,
  user_id uuid not null,
  counted_at timestamptz not null,
  seq bigint not null,
  places text not null,
  figures jsonb not null,
  constraint kept_mornings_pk primary key (council, user_id)
);
