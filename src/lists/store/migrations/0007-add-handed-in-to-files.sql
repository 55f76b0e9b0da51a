-- Under which id another system handed a file in: sent again, it is done once.
alter table list_files add column handed_in uuid;
create index list_files_by_handed_in on list_files (council, handed_in);
