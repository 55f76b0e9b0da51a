-- Who may sign in, what they may do and where, and the sessions they hold.

create table users (
  council text not null,
  id uuid not null,
  name text,
  email text,
  disabled_at timestamptz,
  constraint users_pk primary key (council, id)
);

create table grants (
  council text not null,
  id uuid not null,
  user_id uuid not null,
  role text not null,
  place uuid,
  purpose text not null,
  starts_at timestamptz not null,
  ends_at timestamptz,
  constraint grants_pk primary key (council, id)
);
create index grants_by_user on grants (council, user_id);

create table sessions (
  council text not null,
  id uuid not null,
  token_hash bytea not null,
  user_id uuid not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  ended_at timestamptz,
  constraint sessions_pk primary key (council, id),
  constraint sessions_token unique (council, token_hash)
);

create table sign_in_links (
  council text not null,
  token_hash bytea not null,
  user_id uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint sign_in_links_pk primary key (council, token_hash)
);
