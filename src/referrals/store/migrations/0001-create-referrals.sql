-- Referrals to partners; and their doors: a secret address, a code, and who came in.

create table referrals (
  council text not null,
  id uuid not null,
  person uuid not null,
  place uuid,
  need uuid,
  service uuid,
  way text not null,
  basis text not null,
  urgency text not null,
  partner text,
  email text,
  ask text,
  sent_at timestamptz not null,
  sent_by uuid not null,
  answer_by timestamptz not null,
  expires_at timestamptz not null,
  state text not null,
  state_at timestamptz not null,
  answered_at timestamptz,
  answered_how text,
  reason text,
  reply text,
  late_at timestamptz,
  opened integer not null,
  opened_at timestamptz,
  constraint referrals_pk primary key (council, id)
);
create index referrals_open on referrals (council, place) where state in ('sent', 'accepted');
create index referrals_by_person on referrals (council, person);

-- Hashes alone. A code opens once; five wrong guesses end it.
create table referral_doors (
  council text not null,
  referral uuid not null,
  token_hash bytea not null,
  code_hash bytea,
  code_until timestamptz,
  code_sent_at timestamptz,
  codes_sent integer not null,
  wrong integer not null,
  made_at timestamptz not null,
  constraint referral_doors_pk primary key (council, referral)
);
create index referral_doors_by_token on referral_doors (council, token_hash);

-- A browser that came in with a code, until when.
create table referral_openings (
  council text not null,
  referral uuid not null,
  browser_hash bytea not null,
  until timestamptz not null,
  constraint referral_openings_pk primary key (council, referral, browser_hash)
);
