-- What a digest is stays the same. Said to be stable, which it is (it goes by functions that are no
-- more than that), the statement that appends writes it out and need not call it for every event.
alter function event_digest(events) stable;
alter function commitment_of(bytea, jsonb) stable;
