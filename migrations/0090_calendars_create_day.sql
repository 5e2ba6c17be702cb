create schema calendars;
comment on schema calendars is 'Working days: holidays, decreed leave and make-up days, entered by one person and confirmed by another';
grant usage on schema calendars to toantrinh_app;

create table calendars.day (
  id uuid primary key,
  province text,
  date date not null,
  kind text not null check (kind in ('holiday', 'leave', 'make-up')),
  name text not null check (name <> ''),
  decree_no text,
  source text not null check (source <> ''),
  confidence numeric(3, 2) not null check (confidence between 0 and 1),
  entered_by text not null,
  entered_at timestamptz not null,
  confirmed_by text,
  confirmed_at timestamptz,
  withdrawn_by text,
  withdrawn_at timestamptz,
  -- TH3: a change of the calendar moves deadlines, so it takes two people and, from now on, a decree.
  constraint two_people check (confirmed_by is null or confirmed_by <> entered_by),
  check ((confirmed_by is null) = (confirmed_at is null)),
  check ((withdrawn_by is null) = (withdrawn_at is null))
);
comment on table calendars.day is 'Days that differ from the week. Counted only when confirmed and not withdrawn; rows are never deleted';
comment on column calendars.day.province is 'null: the whole country; else the province id of the catalogue, which goes before the national row';
comment on column calendars.day.kind is 'holiday: named by the labour code; leave: a substitute or decreed day off; make-up: a weekend day worked instead';
comment on column calendars.day.confidence is 'how sure the source is; below 0.9 the page about the calendar marks the day';
create unique index day_one_live on calendars.day (date, coalesce(province, '')) where withdrawn_at is null;
grant select, insert on calendars.day to toantrinh_app;
grant update (confirmed_by, confirmed_at, withdrawn_by, withdrawn_at) on calendars.day to toantrinh_app;

create table calendars.loaded_year (
  year integer primary key check (year between 2000 and 2100),
  entered_by text not null,
  confirmed_by text not null,
  loaded_at timestamptz not null,
  check (confirmed_by <> entered_by)
);
comment on table calendars.loaded_year is 'Years whose days are known; nothing is counted past the last one';
grant select, insert on calendars.loaded_year to toantrinh_app;

insert into calendars.day (id, date, kind, name, decree_no, source, confidence, entered_by, entered_at, confirmed_by, confirmed_at)
  select gen_random_uuid(), d.date::date, d.kind, d.name, d.decree_no, d.source, d.confidence, 'founding-table', '2026-10-01T00:00:00+07', 'founding-review', '2026-10-01T00:00:00+07'
  from (values
    ('2024-01-01', 'holiday', 'Tết Dương lịch', null, 'Bộ luật Lao động 45/2019/QH14, Điều 112', 0.97),
    ('2024-02-08', 'holiday', 'Tết Nguyên đán Giáp Thìn', '5015/TB-LĐTBXH', 'Thông báo lịch nghỉ của năm', 0.95),
    ('2024-02-09', 'holiday', 'Tết Nguyên đán Giáp Thìn', '5015/TB-LĐTBXH', 'Thông báo lịch nghỉ của năm', 0.95),
    ('2024-02-10', 'holiday', 'Tết Nguyên đán Giáp Thìn', '5015/TB-LĐTBXH', 'Thông báo lịch nghỉ của năm', 0.95),
    ('2024-02-11', 'holiday', 'Tết Nguyên đán Giáp Thìn', '5015/TB-LĐTBXH', 'Thông báo lịch nghỉ của năm', 0.95),
    ('2024-02-12', 'holiday', 'Tết Nguyên đán Giáp Thìn', '5015/TB-LĐTBXH', 'Thông báo lịch nghỉ của năm', 0.95),
    ('2024-02-13', 'leave', 'Nghỉ bù Tết Nguyên đán', '5015/TB-LĐTBXH', 'Thông báo lịch nghỉ của năm', 0.95),
    ('2024-02-14', 'leave', 'Nghỉ bù Tết Nguyên đán', '5015/TB-LĐTBXH', 'Thông báo lịch nghỉ của năm', 0.95),
    ('2024-04-18', 'holiday', 'Giỗ Tổ Hùng Vương', null, 'Bộ luật Lao động 45/2019/QH14, Điều 112', 0.97),
    ('2024-04-29', 'leave', 'Nghỉ hoán đổi dịp 30/4 và 1/5', null, 'Hoán đổi ngày làm việc theo công bố của Chính phủ; số văn bản chưa ghi', 0.9),
    ('2024-04-30', 'holiday', 'Ngày Chiến thắng', null, 'Bộ luật Lao động 45/2019/QH14, Điều 112', 0.97),
    ('2024-05-01', 'holiday', 'Ngày Quốc tế lao động', null, 'Bộ luật Lao động 45/2019/QH14, Điều 112', 0.97),
    ('2024-05-04', 'make-up', 'Làm bù cho ngày 29/4/2024', null, 'Hoán đổi ngày làm việc theo công bố của Chính phủ; số văn bản chưa ghi', 0.9),
    ('2024-09-02', 'holiday', 'Quốc khánh', '5015/TB-LĐTBXH', 'Thông báo lịch nghỉ của năm', 0.97),
    ('2024-09-03', 'holiday', 'Quốc khánh (ngày liền kề)', '5015/TB-LĐTBXH', 'Thông báo lịch nghỉ của năm', 0.95),
    ('2025-01-01', 'holiday', 'Tết Dương lịch', null, 'Bộ luật Lao động 45/2019/QH14, Điều 112', 0.97),
    ('2025-01-27', 'holiday', 'Tết Nguyên đán Ất Tỵ', '6150/TB-BLĐTBXH', 'Thông báo lịch nghỉ của năm', 0.95),
    ('2025-01-28', 'holiday', 'Tết Nguyên đán Ất Tỵ', '6150/TB-BLĐTBXH', 'Thông báo lịch nghỉ của năm', 0.95),
    ('2025-01-29', 'holiday', 'Tết Nguyên đán Ất Tỵ', '6150/TB-BLĐTBXH', 'Thông báo lịch nghỉ của năm', 0.95),
    ('2025-01-30', 'holiday', 'Tết Nguyên đán Ất Tỵ', '6150/TB-BLĐTBXH', 'Thông báo lịch nghỉ của năm', 0.95),
    ('2025-01-31', 'holiday', 'Tết Nguyên đán Ất Tỵ', '6150/TB-BLĐTBXH', 'Thông báo lịch nghỉ của năm', 0.95),
    ('2025-04-07', 'holiday', 'Giỗ Tổ Hùng Vương', null, 'Bộ luật Lao động 45/2019/QH14, Điều 112', 0.97),
    ('2025-04-26', 'make-up', 'Làm bù cho ngày 2/5/2025', '6150/TB-BLĐTBXH', 'Thông báo lịch nghỉ của năm', 0.95),
    ('2025-04-30', 'holiday', 'Ngày Chiến thắng', null, 'Bộ luật Lao động 45/2019/QH14, Điều 112', 0.97),
    ('2025-05-01', 'holiday', 'Ngày Quốc tế lao động', null, 'Bộ luật Lao động 45/2019/QH14, Điều 112', 0.97),
    ('2025-05-02', 'leave', 'Nghỉ hoán đổi dịp 30/4 và 1/5', '6150/TB-BLĐTBXH', 'Thông báo lịch nghỉ của năm', 0.95),
    ('2025-09-01', 'holiday', 'Quốc khánh (ngày liền kề)', '6150/TB-BLĐTBXH', 'Thông báo lịch nghỉ của năm', 0.95),
    ('2025-09-02', 'holiday', 'Quốc khánh', null, 'Bộ luật Lao động 45/2019/QH14, Điều 112', 0.97),
    ('2026-01-01', 'holiday', 'Tết Dương lịch', null, 'Bộ luật Lao động 45/2019/QH14, Điều 112', 0.97),
    ('2026-01-02', 'leave', 'Nghỉ hoán đổi dịp Tết Dương lịch', null, 'Hoán đổi ngày làm việc theo công bố của Chính phủ; số văn bản chưa ghi', 0.9),
    ('2026-01-10', 'make-up', 'Làm bù cho ngày 2/1/2026', null, 'Hoán đổi ngày làm việc theo công bố của Chính phủ; số văn bản chưa ghi', 0.9),
    ('2026-02-16', 'holiday', 'Tết Nguyên đán Bính Ngọ', '9441/TB-BNV', 'Thông báo lịch nghỉ của năm', 0.95),
    ('2026-02-17', 'holiday', 'Tết Nguyên đán Bính Ngọ', '9441/TB-BNV', 'Thông báo lịch nghỉ của năm', 0.95),
    ('2026-02-18', 'holiday', 'Tết Nguyên đán Bính Ngọ', '9441/TB-BNV', 'Thông báo lịch nghỉ của năm', 0.95),
    ('2026-02-19', 'holiday', 'Tết Nguyên đán Bính Ngọ', '9441/TB-BNV', 'Thông báo lịch nghỉ của năm', 0.95),
    ('2026-02-20', 'holiday', 'Tết Nguyên đán Bính Ngọ', '9441/TB-BNV', 'Thông báo lịch nghỉ của năm', 0.95),
    ('2026-04-26', 'holiday', 'Giỗ Tổ Hùng Vương', null, 'Bộ luật Lao động 45/2019/QH14, Điều 112', 0.97),
    ('2026-04-27', 'leave', 'Nghỉ bù Giỗ Tổ Hùng Vương', '9441/TB-BNV', 'Thông báo lịch nghỉ của năm', 0.95),
    ('2026-04-30', 'holiday', 'Ngày Chiến thắng', null, 'Bộ luật Lao động 45/2019/QH14, Điều 112', 0.97),
    ('2026-05-01', 'holiday', 'Ngày Quốc tế lao động', null, 'Bộ luật Lao động 45/2019/QH14, Điều 112', 0.97),
    ('2026-08-22', 'make-up', 'Làm bù cho ngày 31/8/2026', '9441/TB-BNV', 'Thông báo lịch nghỉ của năm', 0.95),
    ('2026-08-31', 'leave', 'Nghỉ hoán đổi dịp Quốc khánh', '9441/TB-BNV', 'Thông báo lịch nghỉ của năm', 0.95),
    ('2026-09-01', 'holiday', 'Quốc khánh (ngày liền kề)', '9441/TB-BNV', 'Thông báo lịch nghỉ của năm', 0.95),
    ('2026-09-02', 'holiday', 'Quốc khánh', null, 'Bộ luật Lao động 45/2019/QH14, Điều 112', 0.97),
    ('2026-11-24', 'holiday', 'Ngày Văn hóa Việt Nam', '28/2026/QH16', 'Nghị quyết 28/2026/QH16, hiệu lực 01/07/2026', 0.9),
    ('2027-01-01', 'holiday', 'Tết Dương lịch', null, 'Bộ luật Lao động 45/2019/QH14, Điều 112', 0.97),
    ('2027-02-04', 'holiday', 'Tết Nguyên đán Đinh Mùi', null, 'Lịch nghỉ năm 2027 theo báo chí tháng 9/2026; số văn bản chưa ghi', 0.85),
    ('2027-02-05', 'holiday', 'Tết Nguyên đán Đinh Mùi', null, 'Lịch nghỉ năm 2027 theo báo chí tháng 9/2026; số văn bản chưa ghi', 0.85),
    ('2027-02-06', 'holiday', 'Tết Nguyên đán Đinh Mùi', null, 'Bộ luật Lao động 45/2019/QH14, Điều 112', 0.95),
    ('2027-02-07', 'holiday', 'Tết Nguyên đán Đinh Mùi', null, 'Bộ luật Lao động 45/2019/QH14, Điều 112', 0.95),
    ('2027-02-08', 'holiday', 'Tết Nguyên đán Đinh Mùi', null, 'Lịch nghỉ năm 2027 theo báo chí tháng 9/2026; số văn bản chưa ghi', 0.85),
    ('2027-02-09', 'leave', 'Nghỉ bù Tết Nguyên đán', null, 'Lịch nghỉ năm 2027 theo báo chí tháng 9/2026; số văn bản chưa ghi', 0.85),
    ('2027-02-10', 'leave', 'Nghỉ bù Tết Nguyên đán', null, 'Lịch nghỉ năm 2027 theo báo chí tháng 9/2026; số văn bản chưa ghi', 0.85),
    ('2027-04-16', 'holiday', 'Giỗ Tổ Hùng Vương', null, 'Bộ luật Lao động 45/2019/QH14, Điều 112', 0.95),
    ('2027-04-30', 'holiday', 'Ngày Chiến thắng', null, 'Bộ luật Lao động 45/2019/QH14, Điều 112', 0.97),
    ('2027-05-01', 'holiday', 'Ngày Quốc tế lao động', null, 'Bộ luật Lao động 45/2019/QH14, Điều 112', 0.97),
    ('2027-05-03', 'leave', 'Nghỉ bù Ngày Quốc tế lao động', null, 'Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3: nghỉ bù', 0.9),
    ('2027-09-02', 'holiday', 'Quốc khánh', null, 'Bộ luật Lao động 45/2019/QH14, Điều 112', 0.97),
    ('2027-09-03', 'holiday', 'Quốc khánh (ngày liền kề)', null, 'Lịch nghỉ năm 2027 theo báo chí tháng 9/2026; số văn bản chưa ghi', 0.85),
    ('2027-11-24', 'holiday', 'Ngày Văn hóa Việt Nam', '28/2026/QH16', 'Nghị quyết 28/2026/QH16, hiệu lực 01/07/2026', 0.85)
  ) as d (date, kind, name, decree_no, source, confidence);
insert into calendars.loaded_year (year, entered_by, confirmed_by, loaded_at)
  select y, 'founding-table', 'founding-review', '2026-10-01T00:00:00+07' from generate_series(2024, 2027) y;
