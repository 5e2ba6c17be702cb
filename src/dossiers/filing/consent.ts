/** Which processing a filing needs consent for, and which text of the notice it was given on. Legal: Luật 91/2025/QH15, Điều 9, 19. */
import { privacyNotice } from '../../catalogue/index.ts'

/** What consent is given for: the one procedure that was begun. */
export function consentPurpose(procedure: string): string {
  return procedure
}

/** Changes with the text of the privacy notice: a new version asks again. */
export const NOTICE_VERSION = privacyNotice.version
