-- What callers say in a campaign, each version with who wrote it; the pack's own is before them.
create table scripts (
  council text not null,
  campaign uuid not null,
  version integer not null,
  lines text[] not null,
  welsh text[] not null,
  by_user uuid not null,
  written_at timestamptz not null,
  constraint scripts_pk primary key (council, campaign, version)
);
