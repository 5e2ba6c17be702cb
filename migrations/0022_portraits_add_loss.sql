alter table portraits.portrait
  add column lost text check (lost in ('original', 'picture')),
  add constraint damaged_says_what check ((lost is null) = (damaged_at is null));
comment on column portraits.portrait.lost is 'what the nightly reading could neither read nor mend: the bytes as sent, or the 3 x 4 picture itself';
grant update (lost) on portraits.portrait to toantrinh_app;
