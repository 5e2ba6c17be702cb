/** Every address of the service, built here and nowhere else. Vietnamese words without marks, for people to read. */
import type { DraftStep } from '../dossiers/index.ts'

const steps: Readonly<Record<DraftStep, string>> = {
  reason: 'ly-do', details: 'thong-tin', authority: 'co-quan', contact: 'lien-he', portrait: 'anh', certificate: 'giay-kham', delivery: 'nhan-ket-qua', check: 'kiem-tra',
}

export const paths = {
  // public
  home: () => '/',
  privacy: () => '/quyen-rieng-tu',
  help: () => '/tro-giup',
  status: () => '/tinh-trang',
  verify: (code: string) => `/kiem-tra-giay-to/${code}`,
  language: (lang: 'vi' | 'en', back: string) => `/ngon-ngu/${lang}?ve=${encodeURIComponent(back)}`,
  // identity
  signIn: (back = '/cua-toi') => `/dang-nhap?ve=${encodeURIComponent(back)}`,
  signInAnswer: () => '/dang-nhap/tra-loi',
  signOut: () => '/dang-xuat',
  clientKeys: () => '/.well-known/client-jwks.json',
  // citizen
  mine: () => '/cua-toi',
  start: () => '/cua-toi/bat-dau',
  recheckMine: () => '/cua-toi/kiem-tra-lai',
  resume: (draftId: string) => `/ho-so-nhap/${draftId}`,
  draft: (draftId: string, step: DraftStep) => `/ho-so-nhap/${draftId}/${steps[step]}`,
  draftPortraitImage: (draftId: string, portraitId: string) => `/ho-so-nhap/${draftId}/anh/${portraitId}.jpg`,
  draftPortraitFile: (draftId: string, file: string) => `/ho-so-nhap/${draftId}/anh/${file}`,
  draftUploads: (draftId: string) => `/ho-so-nhap/${draftId}/anh/gui`,
  draftUpload: (draftId: string, uploadId: string) => `/ho-so-nhap/${draftId}/anh/gui/${uploadId}`,
  declare: (draftId: string) => `/ho-so-nhap/${draftId}/nop`,
  dossier: (dossierId: string) => `/ho-so/${dossierId}`,
  filed: (dossierId: string) => `/ho-so/${dossierId}?vua-nop`,
  dossierPortrait: (dossierId: string) => `/ho-so/${dossierId}/anh.jpg`,
  pay: (dossierId: string) => `/ho-so/${dossierId}/thanh-toan`,
  paymentReturn: () => '/thanh-toan/tro-ve',
  paid: (dossierId: string) => `/ho-so/${dossierId}?tro-ve`,
  checkPayment: (dossierId: string) => `/ho-so/${dossierId}/hoi-thanh-toan`,
  recheck: (dossierId: string) => `/ho-so/${dossierId}/kiem-tra-lai`,
  supplement: (dossierId: string) => `/ho-so/${dossierId}/bo-sung`,
  supplementPicture: (dossierId: string, file: string) => `/ho-so/${dossierId}/bo-sung/${file}`,
  withdraw: (dossierId: string) => `/ho-so/${dossierId}/rut`,
  documentFile: (dossierId: string, file: string) => `/ho-so/${dossierId}/giay-to/${file}`,
  document: (dossierId: string, documentId: string) => `/ho-so/${dossierId}/giay-to/${documentId}.pdf`,
  howCounted: (dossierId: string) => `/ho-so/${dossierId}/cach-tinh`,
  // staff
  desk: () => '/can-bo',
  worklist: (view: string, page = 1, search = '') => `/can-bo/ho-so?xem=${view}${page > 1 ? `&trang=${page}` : ''}${search ? `&tim=${encodeURIComponent(search)}` : ''}`,
  search: () => '/can-bo/ho-so',
  officerDossier: (dossierId: string) => `/can-bo/ho-so/${dossierId}`,
  officerAction: (dossierId: string, verb: string) => `/can-bo/ho-so/${dossierId}/${verb}`,
  officerPortrait: (dossierId: string) => `/can-bo/ho-so/${dossierId}/anh.jpg`,
  officerDocument: (dossierId: string, documentId: string) => `/can-bo/ho-so/${dossierId}/giay-to/${documentId}.pdf`,
  cards: () => '/can-bo/the',
  cardsPrint: () => '/can-bo/the/in',
  cardsHandOver: (dossierId: string) => `/can-bo/the/${dossierId}/giao`,
  // operators
  operations: () => '/can-bo/van-hanh',
  operationsSource: (system: string) => `/can-bo/van-hanh/${system}`,
  operationsAct: (system: string, act: string) => `/can-bo/van-hanh/${system}/${act}`,
  stuckJob: (id: string, act: string) => `/can-bo/van-hanh/viec-ket/${id}/${act}`,
  alarm: (id: string) => `/can-bo/van-hanh/canh-bao/${id}`,
  // machines
  health: () => '/healthz',
  metrics: () => '/may/so-lieu/metrics',
  paymentCallback: () => '/may/thanh-toan/ket-qua',
  postHint: () => '/may/buu-chinh/su-kien',
  nextDue: () => '/may/so-lieu/next-due',
} as const
