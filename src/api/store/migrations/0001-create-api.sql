-- Which other systems may ask, what for and until when; and what proves that it is them.

create table api_tokens (
  council text not null,
  id uuid not null,
  user_id uuid not null,
  permissions text[] not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  constraint api_tokens_pk primary key (council, id)
);

-- Kept beside the record: a hash of what was shown once.
create table api_token_secrets (
  council text not null,
  token uuid not null,
  token_hash bytea not null,
  last_used_at timestamptz,
  constraint api_token_secrets_pk primary key (council, token),
  constraint api_token_secrets_hash unique (council, token_hash)
);
