-- Other rows of one file are found by their row number: a plan without statistics took these two
-- indexes for equals of the primary key and read the whole file for each batch.
drop index staged_rows_by_key;
drop index staged_rows_by_name;
