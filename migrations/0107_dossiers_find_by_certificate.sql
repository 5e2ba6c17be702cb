-- A clinic is told whether a dossier uses its certificate: found by the certificate's id, nothing else of the dossier is read.
create index requirement_by_certificate on dossiers.requirement ((evidence ->> 'certificateId')) where kind = 'health-certificate' and state = 'met';
