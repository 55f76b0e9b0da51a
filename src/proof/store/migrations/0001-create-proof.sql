-- Proofs of coverage: their numbers, signatures and counter-signatures. The lines stay in the log.

create table signing_keys (
  council text not null,
  key text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  constraint signing_keys_pk primary key (council, key)
);

-- Operational: the private half, sealed with the key that is in no table.
create table signing_key_secrets (
  council text not null,
  key text not null,
  secret text not null,
  made_at timestamptz not null,
  constraint signing_key_secrets_pk primary key (council, key)
);

create table proofs (
  council text not null,
  id uuid not null,
  number integer not null,
  campaign uuid not null,
  round uuid not null,
  place uuid,
  at timestamptz not null,
  position bigint not null,
  hash text not null,
  counts jsonb not null,
  digest text not null,
  key text not null,
  signature text not null,
  issued_at timestamptz not null,
  issued_by uuid not null,
  council_name text,
  campaign_title text,
  place_name text,
  constraint proofs_pk primary key (council, id),
  constraint proofs_once unique (council, number)
);

create table proof_countersigns (
  council text not null,
  id uuid not null,
  proof uuid not null,
  at timestamptz not null,
  by_user uuid not null,
  agrees boolean not null,
  remark text,
  key text not null,
  signature text not null,
  constraint proof_countersigns_pk primary key (council, id),
  constraint proof_countersigns_once unique (council, proof, by_user)
);

create table proof_redactions (
  council text not null,
  id uuid not null,
  proof uuid not null,
  law text not null,
  line text,
  reason text,
  at timestamptz not null,
  by_user uuid not null,
  key text not null,
  signature text not null,
  constraint proof_redactions_pk primary key (council, id)
);
