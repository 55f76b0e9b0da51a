-- A person's own tokens are known from what the register says of them, so each is found by its key.
drop index person_tokens_by_person;
