-- What the post lost or sends back is looked for among all parcels of all years: a list of the few that may be astray.
create index parcel_astray on deliveries.parcel (dossier_id) where state in ('returned', 'lost', 'ordered');
