-- Parcels that are neither delivered nor back, in the order in which a province's page of cards reads them.
create index parcel_under_way on deliveries.parcel (ordered_at, id) where state in ('ordered', 'registered', 'collected', 'in-transit', 'failed', 'held');
