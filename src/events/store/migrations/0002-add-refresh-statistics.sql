-- Lets the application ask for fresh statistics after it has loaded much at once. Without them the
-- planner reads a council's every row to find one, until the database comes round by itself.

create function refresh_statistics() returns void
  language plpgsql security definer set search_path = doorstep, pg_temp as $$
declare
  name text;
begin
  for name in select tablename from pg_tables where schemaname = 'doorstep' order by tablename loop
    execute format('analyze doorstep.%I', name);
  end loop;
end $$;
