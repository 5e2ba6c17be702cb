/** A sentence in both languages of the sandbox; every page shows both. */
export interface Words {
  vi: string
  en: string
}
