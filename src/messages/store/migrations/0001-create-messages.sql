-- What waits to go out, what went, what failed; and through which mail server.

create table messages (
  council text not null,
  id uuid not null,
  user_id uuid,
  kind text not null,
  language text not null,
  to_address text,
  subject text,
  body text,
  state text not null,
  tries integer not null default 0,
  problem text,
  queued_at timestamptz not null,
  next_try_at timestamptz not null,
  expires_at timestamptz,
  done_at timestamptz,
  constraint messages_pk primary key (council, id)
);
create index messages_waiting on messages (council, next_try_at) where state = 'waiting';

create table mail_settings (
  council text not null,
  smtp_url text not null,
  from_address text not null,
  constraint mail_settings_pk primary key (council)
);
