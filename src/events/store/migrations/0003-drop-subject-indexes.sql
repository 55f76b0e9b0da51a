-- Row security never let these be used: the operator that they serve may tell of other councils'
-- rows. Who an event is about is found in person_events.
drop index events_by_subject;
drop index register_by_subject;
drop index reads_by_subject;
