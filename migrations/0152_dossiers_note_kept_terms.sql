-- Terms that were kept before they were watched: what the events say.
update dossiers.dossier d set notice_kept_at = (select min(e.at) from dossiers.event e where e.dossier_id = d.id and (e.kind in ('accept', 'refuse') or e.kind = 'askSupplement' and e.actor_kind = 'staff'));
