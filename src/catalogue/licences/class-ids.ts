/** The names of licence classes, each together with its law. */

export type OldClassCode = 'A1' | 'A2' | 'A3' | 'A4' | 'B1-automatic' | 'B1' | 'B2' | 'C' | 'D' | 'E' | 'FB2' | 'FC' | 'FD' | 'FE'
export type NewClassCode = 'A1' | 'A' | 'B1' | 'B' | 'C1' | 'C' | 'D1' | 'D2' | 'D' | 'BE' | 'C1E' | 'CE' | 'D1E' | 'D2E' | 'DE'

/** A class under Luật Giao thông đường bộ 2008, e.g. 'law-2008:B2'. */
type OldClassId = `law-2008:${OldClassCode}`
/** A class under Luật Trật tự, an toàn giao thông đường bộ 36/2024/QH15, e.g. 'law-2024:C1'. */
type NewClassId = `law-2024:${NewClassCode}`
/** What the registers, forms and dossiers store. */
export type LicenceClassId = OldClassId | NewClassId
