/** The facts of money. Ids and small words only. */
declare module '../../platform/background/facts.ts' {
  interface Facts {
    /** The fee of a dossier is paid: confirmed by our own query or by the statement. */
    'payment.settled': { attemptId: string; dossierId: string; receiptId: string }
    /** An attempt ended without money. Reasons: cancelled · refused · expired · never-opened · amount-differs. */
    'payment.failed': { attemptId: string; dossierId: string; reason: string }
    /** A day has passed and nobody can say whether money moved. Money that turns up later is still taken in or returned. */
    'payment.missing': { attemptId: string; dossierId: string }
    /** Money went back to the source it came from. */
    'refund.completed': { refundId: string; dossierId: string; reason: string }
  }
}

export {}
