-- In which language a sheet is printed; all that were printed before were in English.

alter table paper_sheets add column lang text not null default 'en';
