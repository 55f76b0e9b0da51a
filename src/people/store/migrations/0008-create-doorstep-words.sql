-- The word that somebody chose, so that whoever rings or comes can say it. Of the record that it
-- was told of; which of a person's records spoke last is asked where it is read.
create table doorstep_words (
  council text not null,
  person uuid not null,
  word text not null,
  seq bigint not null,
  constraint doorstep_words_pk primary key (council, person)
);
