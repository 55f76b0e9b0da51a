-- Which messages somebody is sending at this moment, and how long nobody sends: no part of the
-- record, and of no use once a backup is restored.

create table mailing_claims (
  council text not null,
  message uuid not null,
  mailing uuid not null,
  token uuid not null,
  claimed_at timestamptz not null,
  constraint mailing_claims_pk primary key (council, message)
);
create index mailing_claims_oldest on mailing_claims (council, claimed_at);

create table mailing_pauses (
  council text not null,
  channel text not null,
  until timestamptz not null,
  problem text not null,
  constraint mailing_pauses_pk primary key (council, channel)
);
