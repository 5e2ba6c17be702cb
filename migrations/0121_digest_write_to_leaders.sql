alter table digest.letter add column reader text not null default 'office' check (reader in ('office', 'leader'));
alter table digest.letter drop constraint letter_province_day_key;
alter table digest.letter add constraint letter_one_a_reader unique (province, day, reader);
comment on table digest.letter is 'One letter a province, day and reader (the office, the provincial leader), in counts, hours and dossier codes: nobody is named in it';
