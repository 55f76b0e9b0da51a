-- What was written to residents: wordings, mailings, one message for each person, and replies.

create table mailing_templates (
  council text not null,
  id uuid not null,
  version integer not null,
  channel text not null,
  name text not null,
  wordings jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid not null,
  constraint mailing_templates_pk primary key (council, id, version)
);

create table mailings (
  council text not null,
  id uuid not null,
  campaign uuid not null,
  round uuid not null,
  channel text not null,
  whom text not null,
  within uuid,
  template uuid not null,
  template_version integer not null,
  queued integer not null,
  left_out jsonb not null,
  queued_at timestamptz not null,
  queued_by uuid not null,
  stopped_at timestamptz,
  constraint mailings_pk primary key (council, id)
);
create index mailings_by_campaign on mailings (council, campaign, queued_at);

create table mailing_messages (
  council text not null,
  id uuid not null,
  mailing uuid not null,
  nth integer not null,
  member uuid not null,
  person uuid not null,
  contact_point uuid,
  language text not null,
  state text not null,
  reason text,
  via text,
  handled_at timestamptz,
  outcome text,
  outcome_at timestamptz,
  is_told boolean not null,
  constraint mailing_messages_pk primary key (council, id),
  constraint mailing_messages_state check (state in
    ('waiting', 'handed', 'kept', 'left-out', 'failed', 'stopped', 'unsure'))
);
create unique index mailing_messages_nth on mailing_messages (council, mailing, nth);
create index mailing_messages_waiting on mailing_messages (council, mailing, nth)
  where state = 'waiting';
create index mailing_messages_untold on mailing_messages (council)
  where outcome is not null and not is_told;
create index mailing_messages_by_member on mailing_messages (council, member);
create index mailing_messages_by_point on mailing_messages (council, contact_point)
  where contact_point is not null;

create table mailing_replies (
  council text not null,
  id uuid not null,
  message uuid,
  member uuid,
  person uuid,
  is_stop boolean not null,
  from_number text,
  text text,
  came_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  outcome text,
  constraint mailing_replies_pk primary key (council, id)
);
create index mailing_replies_open on mailing_replies (council, came_at)
  where answered_at is null and not is_stop;
create index mailing_replies_by_person on mailing_replies (council, person);
