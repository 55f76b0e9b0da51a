-- What a plan is for, who helps already, and when it is looked at again: one line for each record.

create table plan_goals (
  council text not null,
  person uuid not null,
  place uuid,
  goals text,
  network text,
  -- A day in London, as 2026-04-06; null: nobody has named one.
  review_on text,
  set_at timestamptz not null,
  set_by uuid not null,
  constraint plan_goals_pk primary key (council, person)
);
create index plan_goals_by_review on plan_goals (council, review_on) where review_on is not null;
