-- People are found by the lines of their words, which every process keeps in memory in order.
drop table person_tokens;
