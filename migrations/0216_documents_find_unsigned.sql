-- C3: a paper that nobody is to sign is recognised by its drawn bytes when somebody brings it.
create index document_by_drawn_hash on documents.document (hash) where state = 'rendered';
