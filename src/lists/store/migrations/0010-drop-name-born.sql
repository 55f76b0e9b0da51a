-- Rows of one file that may be one person are found by the keys of the engine.
alter table staged_rows drop column name_born;
