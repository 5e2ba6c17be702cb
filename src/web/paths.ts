/** Every address of the service, built here and nowhere else. Vietnamese words without marks, for people to read. */
import type { DraftStep } from '../dossiers/index.ts'

const steps: Readonly<Record<DraftStep, string>> = {
  reason: 'ly-do', loss: 'mat-giay-phep', details: 'thong-tin', authority: 'co-quan', contact: 'lien-he', portrait: 'anh', certificate: 'giay-kham', delivery: 'nhan-ket-qua', check: 'kiem-tra',
}

/** The part of an address that says which of a page's forms is meant; what is empty is left out. */
function query(values: Readonly<Record<string, string>>): string {
  const said = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== '')).toString()
  return said && `?${said}`
}

/** The pages and commands of a visit at a counter. */
const counterPages = {
  list: 'can-mang', begin: 'bat-dau', answers: 'ho-so', portrait: 'anh', papers: 'giay-to', confirm: 'xac-nhan', code: 'ma', signature: 'chu-ky', paper: 'don-da-ky', done: 'xong', pay: 'thanh-toan', end: 'ket-thuc',
} as const
type CounterPage = keyof typeof counterPages

/** An address with what a form of it would ask. */
function asking(path: string, choice: Readonly<Record<string, string>>): string {
  const text = new URLSearchParams(choice).toString()
  return text ? `${path}?${text}` : path
}

export const paths = {
  // public
  home: () => '/',
  privacy: () => '/quyen-rieng-tu',
  help: () => '/tro-giup',
  guides: () => '/huong-dan',
  guide: (slug: string) => `/huong-dan/${slug}`,
  status: () => '/tinh-trang',
  figures: (choice: Readonly<Record<string, string>> = {}) => asking('/so-lieu', choice),
  figureFiles: (file: string) => `/so-lieu/${file}`,
  figureFile: (slug: string, choice: Readonly<Record<string, string>> = {}) => asking(`/so-lieu/${slug}.csv`, choice),
  provinces: () => '/tinh-thanh',
  province: (provinceId: string, procedure = '') => `/tinh-thanh/${provinceId}${query({ 'thu-tuc': procedure })}`,
  agreement: (provinceId: string) => `/phoi-hop/${provinceId}`,
  verify: (code: string) => `/kiem-tra-giay-to/${code}`,
  verifyFile: () => '/kiem-tra-giay-to',
  verified: (checkId: string) => `/kiem-tra-giay-to/ket-qua/${checkId}`,
  lookUp: () => '/tra-cuu',
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
  draftCopy: (draftId: string) => `/ho-so-nhap/${draftId}/giay-kham/ban-sao`,
  declare: (draftId: string) => `/ho-so-nhap/${draftId}/nop`,
  dossier: (dossierId: string) => `/ho-so/${dossierId}`,
  filed: (dossierId: string) => `/ho-so/${dossierId}?vua-nop`,
  dossierPortrait: (dossierId: string) => `/ho-so/${dossierId}/anh.jpg`,
  pay: (dossierId: string) => `/ho-so/${dossierId}/thanh-toan`,
  payCode: (dossierId: string) => `/ho-so/${dossierId}/thanh-toan/ma-qr.png`,
  askedTransfer: (dossierId: string) => `/ho-so/${dossierId}/thanh-toan?da-hoi`,
  paymentReturn: () => '/thanh-toan/tro-ve',
  paid: (dossierId: string) => `/ho-so/${dossierId}?tro-ve`,
  checkPayment: (dossierId: string) => `/ho-so/${dossierId}/hoi-thanh-toan`,
  recheck: (dossierId: string) => `/ho-so/${dossierId}/kiem-tra-lai`,
  supplement: (dossierId: string) => `/ho-so/${dossierId}/bo-sung`,
  supplementPicture: (dossierId: string, file: string) => `/ho-so/${dossierId}/bo-sung/${file}`,
  certifiedCopy: (dossierId: string) => `/ho-so/${dossierId}/ban-sao-giay-kham`,
  withdraw: (dossierId: string) => `/ho-so/${dossierId}/rut`,
  redelivery: (dossierId: string) => `/ho-so/${dossierId}/nhan-the`,
  documentFile: (dossierId: string, file: string) => `/ho-so/${dossierId}/giay-to/${file}`,
  document: (dossierId: string, documentId: string) => `/ho-so/${dossierId}/giay-to/${documentId}.pdf`,
  howCounted: (dossierId: string) => `/ho-so/${dossierId}/cach-tinh`,
  // staff
  desk: () => '/can-bo',
  worklist: (view: string, page = 1, search = '') => `/can-bo/ho-so?xem=${view}${page > 1 ? `&trang=${page}` : ''}${search ? `&tim=${encodeURIComponent(search)}` : ''}`,
  search: () => '/can-bo/ho-so',
  officerDossier: (dossierId: string) => `/can-bo/ho-so/${dossierId}`,
  officerAction: (dossierId: string, verb: string) => `/can-bo/ho-so/${dossierId}/${verb}`,
  officerHandChecks: (dossierId: string) => `/can-bo/ho-so/${dossierId}/kiem-tra-tay`,
  officerHandCheck: (dossierId: string, checkId: string, verdict: string) => `/can-bo/ho-so/${dossierId}/kiem-tra-tay/${checkId}/${verdict}`,
  officerPortrait: (dossierId: string) => `/can-bo/ho-so/${dossierId}/anh.jpg`,
  officerDocument: (dossierId: string, documentId: string) => `/can-bo/ho-so/${dossierId}/giay-to/${documentId}.pdf`,
  officerCopy: (dossierId: string, copyId: string) => `/can-bo/ban-sao/${dossierId}/${copyId}`,
  officerCopyFile: (dossierId: string, copyId: string) => `/can-bo/ban-sao/${dossierId}/${copyId}/tep.pdf`,
  officerCopyReject: (dossierId: string, copyId: string) => `/can-bo/ban-sao/${dossierId}/${copyId}/khong-nhan`,
  clinics: () => '/can-bo/co-so-kham',
  clinicOf: (code: string) => `/can-bo/co-so-kham/${code}`,
  clinicAct: (code: string, act: string) => `/can-bo/co-so-kham/${code}/${act}`,
  cards: () => '/can-bo/the',
  cardsPrint: () => '/can-bo/the/in',
  cardsHandOver: (dossierId: string) => `/can-bo/the/${dossierId}/giao`,
  cardAct: (dossierId: string, act: 'nhan-lai' | 'de-nghi-in-lai' | 'dong-y-in-lai' | 'khong-in-lai') => `/can-bo/the/${dossierId}/${act}`,
  oldCards: () => '/can-bo/the-cu',
  oldCardAct: (licenceId: string, act: 'da-nhan' | 'da-huy' | 'giu-lai') => `/can-bo/the-cu/${licenceId}/${act}`,
  handOverLists: () => '/can-bo/the/danh-sach',
  handOverList: (listId: string) => `/can-bo/the/danh-sach/${listId}`,
  handOverListAct: (listId: string, act: 'xac-nhan' | 'thu-hoi') => `/can-bo/the/danh-sach/${listId}/${act}`,
  handOverLabels: (listId: string) => `/can-bo/the/danh-sach/${listId}/nhan`,
  handOverBarcode: (listId: string, file: string) => `/can-bo/the/danh-sach/${listId}/nhan/${file}`,
  // at a place of their own
  counter: () => '/quay',
  clinic: () => '/phong-kham',
  clinicDay: (day: string) => `/phong-kham?ngay=${day}`,
  examinations: () => '/phong-kham/kham',
  examination: (id: string) => `/phong-kham/kham/${id}`,
  keepExamination: (id: string) => `/phong-kham/kham/${id}/giu`,
  signExamination: (id: string) => `/phong-kham/kham/${id}/ky`,
  dropExamination: (id: string) => `/phong-kham/kham/${id}/bo`,
  ownCertificate: (id: string) => `/phong-kham/giay/${id}`,
  correctCertificate: (id: string) => `/phong-kham/giay/${id}/sua`,
  takeBackCertificate: (id: string) => `/phong-kham/giay/${id}/thu-hoi`,
  examiningClinics: () => '/co-so-kham',
  postDesk: () => '/buu-dien',
  postList: (listId: string) => `/buu-dien/danh-sach/${listId}`,
  postListAct: (listId: string, act: 'quet' | 'bo' | 'ky-nhan') => `/buu-dien/danh-sach/${listId}/${act}`,
  leader: (month = '') => (month ? `/lanh-dao?thang=${month}` : '/lanh-dao'),
  leaderLate: (month = '', party = '', page = 1) => `/lanh-dao/cham${query({ thang: month, ben: party, trang: page > 1 ? String(page) : '' })}`,
  leaderFile: (month = '') => `/lanh-dao/so-lieu.csv${query({ thang: month })}`,
  kiosk: (pointId: string) => `/lay-so/${pointId}`,
  kioskStep: (pointId: string, at: { readonly lang: 'vi' | 'en'; readonly service?: string }) => `/lay-so/${pointId}?tieng=${at.lang}${at.service ? `&viec=${at.service}` : ''}`,
  kioskTicket: (pointId: string, ticketId: string, lang: 'vi' | 'en' = 'vi') => `/lay-so/${pointId}/phieu/${ticketId}${lang === 'en' ? '?tieng=en' : ''}`,
  queueDisplay: (pointId: string) => `/goi-so/${pointId}`,
  counterVisits: () => '/quay/luot',
  counterVisit: (visitId: string) => `/quay/luot/${visitId}`,
  counterVisitAt: (visitId: string, page: CounterPage) => `/quay/luot/${visitId}/${counterPages[page]}`,
  counterFile: (visitId: string, file: string) => `/quay/luot/${visitId}/tep/${file}`,
  counterEid: () => '/quay/dinh-danh',
  counterWindow: () => '/quay/goi-so',
  counterWindowAct: (act: string) => `/quay/goi-so/${act}`,
  cash: () => '/quay/quy',
  cashAct: (act: 'mo') => `/quay/quy/${act}`,
  cashFind: () => '/quay/quy/thu',
  cashFee: (dossierId: string) => `/quay/quy/thu/${dossierId}`,
  cashPayOut: (dossierId: string) => `/quay/quy/tra/${dossierId}`,
  cashBook: (bookId: string) => `/quay/quy/so/${bookId}`,
  cashBookAct: (bookId: string, act: 'dong' | 'xac-nhan') => `/quay/quy/so/${bookId}/${act}`,
  // operators
  operations: () => '/can-bo/van-hanh',
  operationsSource: (system: string) => `/can-bo/van-hanh/${system}`,
  operationsAct: (system: string, act: string) => `/can-bo/van-hanh/${system}/${act}`,
  stuckJob: (id: string, act: string) => `/can-bo/van-hanh/viec-ket/${id}/${act}`,
  alarm: (id: string) => `/can-bo/van-hanh/canh-bao/${id}`,
  money: (page = 1) => (page > 1 ? `/can-bo/tien?trang=${page}` : '/can-bo/tien'),
  moneyPropose: () => '/can-bo/tien/de-nghi',
  moneyAction: (id: string, verb: 'xong' | 'hoan-lai' | 'dong-y' | 'khong') => `/can-bo/tien/${id}/${verb}`,
  // machines
  health: () => '/healthz',
  metrics: () => '/may/so-lieu/metrics',
  paymentCallback: () => '/may/thanh-toan/ket-qua',
  postHint: () => '/may/buu-chinh/su-kien',
  clinicCertificates: () => '/may/giay-kham',
  clinicJoin: () => '/may/co-so-kham/tham-gia',
  clinicIssue: () => '/may/co-so-kham/giay-kham',
  clinicCorrect: () => '/may/co-so-kham/giay-kham/sua',
  clinicRevoke: () => '/may/co-so-kham/giay-kham/thu-hoi',
  nextDue: () => '/may/so-lieu/next-due',
} as const
