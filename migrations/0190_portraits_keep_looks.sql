-- How a portrait looks, in 256 bits of lighter and darker, so that the same picture sent for somebody else is told to the officer as a hint
-- also when it was saved again or made smaller. It tells pictures apart, not faces. The bits lie in twelve bands, each with an index:
-- src/capabilities/portraits/looks/bands.ts says why that finds every pair. Looks of portraits from before are taken by a job.
create table portraits.look (
  portrait_id uuid primary key references portraits.portrait on delete cascade,
  look bit(256) not null,
  mirrored bit(256) not null
);
comment on table portraits.look is 'How an accepted 3 x 4 picture looks; gone with the portrait';
comment on column portraits.look.look is 'personal (sensitive): whether each of 16 x 16 places is darker than its neighbour on the right; no embedding, nobody can be recognised by it';
comment on column portraits.look.mirrored is 'personal (sensitive): the same of the picture in a mirror';
create index look_band_1 on portraits.look (substring(look from 1 for 22));
create index look_band_2 on portraits.look (substring(look from 23 for 22));
create index look_band_3 on portraits.look (substring(look from 45 for 22));
create index look_band_4 on portraits.look (substring(look from 67 for 22));
create index look_band_5 on portraits.look (substring(look from 89 for 21));
create index look_band_6 on portraits.look (substring(look from 110 for 21));
create index look_band_7 on portraits.look (substring(look from 131 for 21));
create index look_band_8 on portraits.look (substring(look from 152 for 21));
create index look_band_9 on portraits.look (substring(look from 173 for 21));
create index look_band_10 on portraits.look (substring(look from 194 for 21));
create index look_band_11 on portraits.look (substring(look from 215 for 21));
create index look_band_12 on portraits.look (substring(look from 236 for 21));
grant select, insert on portraits.look to toantrinh_app;

create table portraits.alike (
  first_id uuid not null references portraits.look on delete cascade,
  second_id uuid not null references portraits.look on delete cascade,
  places smallint not null check (places between 0 and 256),
  mirrored boolean not null,
  primary key (first_id, second_id),
  check (first_id < second_id)
);
comment on table portraits.alike is 'Pictures of two people that look alike: a reason for an officer to look, never a verdict. Found by a job, a pair once';
comment on column portraits.alike.first_id is 'personal (link): the portrait with the smaller id';
comment on column portraits.alike.second_id is 'personal (link): the other one';
comment on column portraits.alike.places is 'in how many of 256 places the looks differ';
comment on column portraits.alike.mirrored is 'whether one of them was compared as it is seen in a mirror';
create index alike_by_second on portraits.alike (second_id);
grant select, insert on portraits.alike to toantrinh_app;
