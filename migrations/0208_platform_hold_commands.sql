-- What is not done for now, since something that must stand beside it fails: asked by whoever does it, put and lifted by whoever looks after that thing.
create table platform.hold (
  command text not null,
  reason text not null,
  since timestamptz not null,
  holds_from timestamptz not null,
  primary key (command, reason),
  check (holds_from >= since)
);
comment on table platform.hold is 'Commands that are refused from an instant on, until the row goes; who puts a row also lifts it';
comment on column platform.hold.command is 'a small word: sign-decision';
comment on column platform.hold.reason is 'the code of the refusal, as people are told it';
comment on column platform.hold.since is 'since when the cause is there';
comment on column platform.hold.holds_from is 'how long the cause is tolerated';
grant select, insert, delete on platform.hold to toantrinh_app;
