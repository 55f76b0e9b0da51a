-- The doors into Doorstep: the council's provider, linked accounts, passkeys, emergencies.

create table providers (
  council text not null,
  issuer text not null,
  client_id text not null,
  name_claim text not null,
  email_claim text not null,
  groups_claim text not null,
  trusts_email boolean not null,
  constraint providers_pk primary key (council)
);

create table provider_secrets (
  council text not null,
  client_secret text not null,
  sends_to text not null,
  constraint provider_secrets_pk primary key (council)
);

create table group_roles (
  council text not null,
  id uuid not null,
  group_name text not null,
  role text not null,
  place uuid,
  purpose text not null,
  removed_at timestamptz,
  constraint group_roles_pk primary key (council, id)
);

create table group_grants (
  council text not null,
  grant_id uuid not null,
  user_id uuid not null,
  rule uuid not null,
  ended_at timestamptz,
  constraint group_grants_pk primary key (council, grant_id)
);
create index group_grants_by_user on group_grants (council, user_id);

create table linked_accounts (
  council text not null,
  id uuid not null,
  user_id uuid not null,
  issuer text,
  subject text,
  constraint linked_accounts_pk primary key (council, id),
  constraint linked_accounts_subject unique (council, issuer, subject)
);
create index linked_accounts_by_user on linked_accounts (council, user_id);

create table passkeys (
  council text not null,
  id uuid not null,
  user_id uuid not null,
  credential text,
  public_key text,
  transports text[] not null,
  name text,
  added_at timestamptz not null,
  constraint passkeys_pk primary key (council, id),
  constraint passkeys_credential unique (council, credential)
);
create index passkeys_by_user on passkeys (council, user_id);

create table passkey_uses (
  council text not null,
  passkey uuid not null,
  counter bigint not null,
  last_used_at timestamptz,
  constraint passkey_uses_pk primary key (council, passkey)
);

create table emergencies (
  council text not null,
  user_id uuid not null,
  reason text,
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  reviewed_at timestamptz,
  reviewed_by uuid,
  finding text,
  note text,
  constraint emergencies_pk primary key (council, user_id)
);

create table sign_in_attempts (
  council text not null,
  id uuid not null,
  kind text not null,
  browser_hash bytea not null,
  state_hash bytea,
  nonce text,
  verifier text,
  challenge text,
  code_hash bytea,
  user_id uuid,
  wrong integer not null default 0,
  return_to text,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint sign_in_attempts_pk primary key (council, id)
);
create index sign_in_attempts_by_state on sign_in_attempts (council, state_hash);
create index sign_in_attempts_by_browser on sign_in_attempts (council, browser_hash, kind);

create table sign_in_tries (
  council text not null,
  bucket bytea not null,
  since timestamptz not null,
  tries integer not null,
  constraint sign_in_tries_pk primary key (council, bucket)
);

create table session_doors (
  council text not null,
  session uuid not null,
  door text not null,
  device text not null,
  constraint session_doors_pk primary key (council, session)
);

create table sign_in_log (
  council text not null,
  id uuid not null,
  at timestamptz not null,
  door text not null,
  outcome text not null,
  user_id uuid,
  constraint sign_in_log_pk primary key (council, id)
);
comment on table sign_in_log is 'append-only: who came in by which door, and who was turned away';
create index sign_in_log_by_time on sign_in_log (council, at desc);
