-- Which other systems are told what happens, how far they are, and what became of each notice.

create table notice_subscriptions (
  council text not null,
  id uuid not null,
  user_id uuid not null,
  address text,
  kinds text[] not null,
  state text not null,
  reason text,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  -- What was recorded after this number is sent, since the turn of that number began it.
  start_after bigint not null,
  start_turn bigint not null,
  state_turn bigint not null,
  constraint notice_subscriptions_pk primary key (council, id),
  constraint notice_subscriptions_state check (state in ('on', 'paused', 'ended'))
);

create table notice_hosts (
  council text not null,
  host text not null,
  constraint notice_hosts_pk primary key (council, host)
);

-- Kept beside the record: to sign, the secret itself is needed.
create table notice_secrets (
  council text not null,
  id uuid not null,
  subscription uuid not null,
  secret text not null,
  made_at timestamptz not null,
  retires_at timestamptz,
  constraint notice_secrets_pk primary key (council, id)
);
create index notice_secrets_by_subscription on notice_secrets (council, subscription);

create table notice_cursors (
  council text not null,
  subscription uuid not null,
  after_seq bigint not null,
  start_turn bigint not null,
  state_turn bigint not null,
  tries integer not null default 0,
  failing_since timestamptz,
  next_try_at timestamptz not null,
  problem text,
  lease uuid,
  leased_until timestamptz,
  -- Held after a restore, until somebody says that this copy may speak to others.
  held boolean not null default false,
  constraint notice_cursors_pk primary key (council, subscription)
);

create table notice_deliveries (
  council text not null,
  id uuid not null,
  subscription uuid not null,
  seq bigint,
  kind text,
  attempt integer not null,
  at timestamptz not null,
  took_ms integer not null,
  status integer,
  problem text,
  constraint notice_deliveries_pk primary key (council, id)
);
create index notice_deliveries_by_subscription
  on notice_deliveries (council, subscription, id);
