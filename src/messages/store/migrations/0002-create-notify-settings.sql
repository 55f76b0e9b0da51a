-- Through which service of GOV.UK Notify a council writes to residents, and who may tell it back.

create table notify_settings (
  council text not null,
  api_key text not null,
  text_template text,
  email_template text,
  callback_hash bytea not null,
  constraint notify_settings_pk primary key (council)
);
