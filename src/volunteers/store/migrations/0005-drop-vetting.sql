-- How far somebody is checked is asked of their checks in force today.

alter table volunteers drop column vetting, drop column training;
