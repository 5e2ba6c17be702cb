/** What is announced of cards, lists and parcels. Ids only. */
declare module '../../platform/background/facts.ts' {
  interface Facts {
    'card.printed': { cardId: string; dossierId: string; batchId: string }
    'card.listed': { cardId: string; dossierId: string; listId: string }
    'card.unlisted': { cardId: string; dossierId: string; listId: string }
    'card.handed-over': { cardId: string; dossierId: string; to: 'post' | 'person' }
    'card.back': { cardId: string; dossierId: string }
    'card.reprint-proposed': { cardId: string; dossierId: string }
    'card.reprint-declined': { cardId: string; dossierId: string }
    'card.reprinted': { cardId: string; dossierId: string; newCardId: string }
    'list.closed': { listId: string }
    'list.counted': { listId: string; differences: number }
    'list.complete': { listId: string; handedOver: number }
    'list.taken-back': { listId: string }
    'parcel.registered': { parcelId: string; dossierId: string; personId: string }
    'parcel.failed': { parcelId: string; dossierId: string; personId: string }
    'parcel.held': { parcelId: string; dossierId: string; personId: string }
    'parcel.chosen': { parcelId: string; dossierId: string; personId: string; choice: 'again' | 'address' | 'hold' }
    'parcel.too-late': { parcelId: string; dossierId: string; personId: string }
    'parcel.lost': { parcelId: string; dossierId: string; personId: string }
    'parcel.delivered': { parcelId: string; dossierId: string; personId: string }
    'parcel.returned': { parcelId: string; dossierId: string; personId: string }
    'old-card.reminded': { dossierId: string }
    'old-card.received': { licenceId: string; dossierId: string }
    'old-card.ended': { licenceId: string; dossierId: string; how: 'destroyed' | 'kept' }
  }
}

export {}
