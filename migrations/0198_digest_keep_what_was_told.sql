-- C2: a letter keeps what it told, so that the news of each reader begins where that reader's own last letter ended: none is lost, none told twice.
alter table digest.letter add column told uuid[];
comment on column digest.letter.told is 'the events it told of; null in letters of before it was kept';
