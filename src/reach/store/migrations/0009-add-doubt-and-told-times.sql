-- An attempt of which nobody knows with whom of two it was; and since when a stop has been known,
-- so that a parting gives back when an officer was first to look.
alter table attempts add column is_doubted boolean not null default false;
-- Under whom its words lie in the register, where it was ascribed to somebody else since.
alter table attempts add column told_of uuid;
alter table stops add column told_at timestamptz;

-- The next file fills it for every council; rights and forced row security are set anew after.
alter table stops no force row level security;
alter table events no force row level security;
alter table members no force row level security;
