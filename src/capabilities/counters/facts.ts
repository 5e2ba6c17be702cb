/** What counters announce: ids only. */
declare module '../../platform/background/facts.ts' {
  interface Facts {
    'visit.opened': { visitId: string; officeCode: string; identifiedBy: 'scan' | 'typed' }
    'visit.ended': { visitId: string; endedAs: 'filed' | 'closed' | 'idle' }
    'assisted-filing.agreed': { visitId: string; consentId: string; method: 'code' | 'signature' | 'paper' }
  }
}

export {}
