/** Which processing a filing needs consent for, and which text of the notice it was given on. Legal: Luật 91/2025/QH15, Điều 9, 19. */
export const CONSENT_PURPOSE = 'exchange-licence'

/** Changed with the text of the privacy notice: a new version asks again. */
export const NOTICE_VERSION = '2026-11'
