create schema portraits;
comment on schema portraits is 'Portraits: what people sent, whether it may go on a card, and proof that it is still there';
grant usage on schema portraits to toantrinh_app;

create table portraits.portrait (
  id uuid primary key,
  person_id uuid not null,
  draft_id uuid,
  state text not null check (state in ('accepted', 'refused')),
  reason text,
  doubts text[] not null default '{}',
  source text not null check (source in ('upload', 'population-register')),
  original_hash text check (original_hash ~ '^[0-9a-f]{64}$'),
  original_bytes integer check (original_bytes > 0),
  crop_hash text check (crop_hash ~ '^[0-9a-f]{64}$'),
  recipe_version integer not null check (recipe_version > 0),
  measures jsonb not null,
  received_at timestamptz not null,
  verified_at timestamptz,
  damaged_at timestamptz,
  constraint refused_with_a_reason check ((state = 'refused') = (reason is not null)),
  -- POR2: nobody is told "accepted" about bytes that were not read back from the disk.
  constraint accepted_was_read_back check
    (state = 'refused' or (original_hash is not null and original_bytes is not null and crop_hash is not null and verified_at is not null)),
  constraint refused_is_not_kept check (state = 'accepted' or (original_hash is null and crop_hash is null)),
  constraint only_an_accepted_one_is_doubted check (state = 'accepted' or doubts = '{}')
);
comment on table portraits.portrait is 'One row for each picture a person sent. A row is never changed except by the nightly reading back; a newer row replaces an older one';
comment on column portraits.portrait.person_id is 'personal (link): whose face it is';
comment on column portraits.portrait.reason is 'one of the reasons in src/capabilities/portraits/verdict.ts';
comment on column portraits.portrait.doubts is 'reasons the person insisted against; the officer decides by looking';
comment on column portraits.portrait.original_hash is 'personal (link): SHA-256 of the bytes as sent; the file lies in the content store, mode 0600';
comment on column portraits.portrait.crop_hash is 'personal (link): SHA-256 of the 3 x 4 picture that the person saw, the officer sees and the card order carries (POR1)';
comment on column portraits.portrait.measures is 'personal (sensitive): pose, light and size as numbers; no embedding, nothing that identifies a face';
comment on column portraits.portrait.verified_at is 'when both files were last read back equal to their hashes';
comment on column portraits.portrait.damaged_at is 'when a nightly reading first found a file missing or changed; an alarm until a person has dealt with it';
create index portrait_by_person on portraits.portrait (person_id, received_at desc);
grant select, insert, update (verified_at, damaged_at) on portraits.portrait to toantrinh_app;

-- The first nightly reading; each one plans the next.
insert into platform.due (task, key, payload, due_at) values ('portraits.verify', 'nightly', '{}', platform.clock_now())
on conflict do nothing;
