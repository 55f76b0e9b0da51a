-- The head of a log is locked inside the statement that appends. A function of its own, because
-- it must see the head as it is once the lock is held, not as it was when the statement began.

create function lock_log(of_council text) returns council_logs
language plpgsql volatile as $$
declare
  head council_logs;
begin
  select * into strict head from council_logs where council = of_council for update;
  return head;
end
$$;

create function move_log(of_council text, to_seq bigint, to_hash bytea, at timestamptz)
returns bigint
language plpgsql volatile as $$
begin
  update council_logs set seq = to_seq, hash = to_hash, recorded_at = at
  where council = of_council;
  return to_seq;
end
$$;
