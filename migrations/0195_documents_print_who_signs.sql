-- C3: a paper that is drawn before it is known who signs gets the signer's lines (NĐ 30/2020/NĐ-CP, Phụ lục I) together with the signature.
alter table documents.signature add column titles text check (titles <> '');
comment on column documents.signature.titles is 'lines printed over the signer''s name with the signature; null where the drawing has them';
