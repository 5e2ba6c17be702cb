-- C2: who supervises reads which dossiers came to be at risk, the leader which became overdue; each dossier once.
alter table digest.letter drop constraint letter_reader_check;
alter table digest.letter add constraint letter_reader_check check (reader in ('office', 'supervisor', 'leader'));
comment on table digest.letter is 'One letter a province, day and reader (the office, its supervisor, the provincial leader), in counts, hours and dossier codes: nobody is named in it';
