/** What is announced of a dossier. Ids only. */
declare module '../platform/background/facts.ts' {
  interface Facts {
    'draft.started': { draftId: string }
    'draft.answered': { draftId: string; step: string }
    'dossier.submitted': { dossierId: string }
    'dossier.accepted': { dossierId: string }
    'dossier.supplement-asked': { dossierId: string; requestId: string }
    /** The last day of an open request is near; told once. */
    'dossier.supplement-reminded': { dossierId: string; requestId: string }
    /** A changed calendar moved the last day of an open request; the event says from when to when, and why. */
    'dossier.supplement-moved': { dossierId: string }
    'dossier.supplemented': { dossierId: string }
    'dossier.approved': { dossierId: string }
    /** Whoever prepared the decision took it back before it was signed. */
    'dossier.taken-back': { dossierId: string }
    'dossier.sent-back': { dossierId: string }
    'dossier.signed': { dossierId: string }
    'dossier.refused': { dossierId: string }
    'dossier.withdrawn': { dossierId: string }
    /** What was asked for did not come by the last day, and an officer ended it. */
    'dossier.stopped': { dossierId: string }
    'dossier.returned': { dossierId: string }
    'dossier.apologised': { dossierId: string }
    /** A changed calendar moved the appointed date, or the new one of an apology; the event says from when to when, and why. */
    'dossier.due-moved': { dossierId: string }
    /** The supplement came, the clock runs again and the date that stands has moved; the event says from when to when. */
    'dossier.clock-resumed': { dossierId: string }
    /** By the forecast it may miss its term; told once for each term. */
    'dossier.at-risk': { dossierId: string }
    /** It has missed its term. */
    'dossier.overdue': { dossierId: string }
    'dossier.copy-rejected': { dossierId: string }
    'dossier.certificate-late': { dossierId: string; round: number; clinicTold: boolean }
    /** The clinic took back, or corrected to nothing that serves, the certificate on which the dossier rested. */
    'dossier.certificate-lost': { dossierId: string }
    /** Every paper of a dossier filed on paper is scanned and signed by the clerk. */
    'dossier.digitised': { dossierId: string }
    'dossier.read': { dossierId: string; purpose: string }
    /** A list showed people to a member of staff. The digest is that of the row which says whom; it lasts longer than the row. */
    'dossier.listed': { readingId: string; purpose: string; digest: string }
    /** Somebody looked into an alarm about what a member of staff read; their words stand in its answer. */
    'conduct.answered': { alarmId: string; reason: string }
  }
}

export {}
