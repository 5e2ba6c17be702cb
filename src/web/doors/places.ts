/** People at work outside the office: counters, clinics, the post, provincial leaders, administrators of the calendar. */
import type { StaffRole } from '../../catalogue/index.ts'
import type { StaffDoors } from './door.ts'

const clerks = ['clerk'] as const satisfies readonly StaffRole[]
const doctors = ['doctor'] as const satisfies readonly StaffRole[]
const post = ['postal'] as const satisfies readonly StaffRole[]
const leaders = ['leader'] as const satisfies readonly StaffRole[]
const administrators = ['administrator'] as const satisfies readonly StaffRole[]

export const counterDoors: StaffDoors = {
  'GET /quay': { who: clerks, purpose: 'begin with the next person', reads: 'nobody' },
  'GET /quay/dinh-danh': { who: clerks, purpose: 'help somebody to an electronic identity', reads: 'nobody' },
  // the queue
  'GET /quay/goi-so': { who: clerks, purpose: 'see the queue and the own window', reads: 'nobody' },
  'POST /quay/goi-so/mo': { who: clerks, purpose: 'open a window' },
  'POST /quay/goi-so/dong': { who: clerks, purpose: 'close a window' },
  'POST /quay/goi-so/tiep': { who: clerks, purpose: 'call the next number' },
  'POST /quay/goi-so/goi-lai': { who: clerks, purpose: 'call a number again' },
  'POST /quay/goi-so/co-mat': { who: clerks, purpose: 'note that somebody came' },
  'POST /quay/goi-so/vang': { who: clerks, purpose: 'note that nobody came' },
  'POST /quay/goi-so/moi-lai': { who: clerks, purpose: 'ask somebody back who missed the call' },
  'POST /quay/goi-so/tra-lai': { who: clerks, purpose: 'give a number back to the queue' },
  'POST /quay/goi-so/xong': { who: clerks, purpose: 'end with a number' },
  // a visit
  'GET /quay/luot': { who: clerks, purpose: 'find the own counter', reads: 'nobody' },
  'POST /quay/luot': { who: clerks, purpose: 'begin a visit with the card of who came' },
  'GET /quay/luot/:visitId': { who: clerks, of: 'visit', purpose: 'check what the person needs', reads: 'visit' },
  'GET /quay/luot/:visitId/can-mang': { who: clerks, of: 'visit', purpose: 'print what to bring', reads: 'visit' },
  'POST /quay/luot/:visitId/bat-dau': { who: clerks, of: 'visit', purpose: 'begin an application for the person' },
  'GET /quay/luot/:visitId/ho-so': { who: clerks, of: 'visit', purpose: 'fill in the application', reads: 'visit' },
  'POST /quay/luot/:visitId/ho-so': { who: clerks, of: 'visit', purpose: 'keep the answers of the person' },
  'GET /quay/luot/:visitId/anh': { who: clerks, of: 'visit', purpose: 'take the portrait', reads: 'visit' },
  'POST /quay/luot/:visitId/anh': { who: clerks, of: 'visit', purpose: 'keep the portrait', takesFile: true },
  'GET /quay/luot/:visitId/giay-to': { who: clerks, of: 'visit', purpose: 'scan papers', reads: 'visit' },
  'POST /quay/luot/:visitId/giay-to': { who: clerks, of: 'visit', purpose: 'keep a scanned paper', takesFile: true },
  'GET /quay/luot/:visitId/xac-nhan': { who: clerks, of: 'visit', purpose: 'let the person read and agree', reads: 'visit' },
  'POST /quay/luot/:visitId/xac-nhan': { who: clerks, of: 'visit', purpose: 'file with the code of the person' },
  'POST /quay/luot/:visitId/ma': { who: clerks, of: 'visit', purpose: 'send the person a code' },
  'POST /quay/luot/:visitId/chu-ky': { who: clerks, of: 'visit', purpose: 'print the application for a signature by hand' },
  'POST /quay/luot/:visitId/don-da-ky': { who: clerks, of: 'visit', purpose: 'keep the application signed by hand' },
  'GET /quay/luot/:visitId/xong': { who: clerks, of: 'visit', purpose: 'give the receipt', reads: 'visit' },
  'POST /quay/luot/:visitId/thanh-toan': { who: clerks, of: 'visit', purpose: 'begin the payment' },
  'POST /quay/luot/:visitId/ket-thuc': { who: clerks, of: 'visit', purpose: 'end the visit' },
  'GET /quay/luot/:visitId/tep/:scanId': { who: clerks, of: 'visit', purpose: 'look at a scan just made', reads: 'visit' },
  'GET /quay/luot/:visitId/tep/anh.jpg': { who: clerks, of: 'visit', purpose: 'look at the portrait just made', reads: 'visit' },
  'GET /quay/luot/:visitId/tep/giay/:file': { who: clerks, of: 'visit', purpose: 'print a paper for the person', reads: 'visit' },
  'GET /quay/luot/:visitId/tep/ma-qr.png': { who: clerks, of: 'visit', purpose: 'show the code to pay with', reads: 'visit' },
  // digitising what was filed on paper here
  'GET /quay/so-hoa': { who: clerks, purpose: 'see which papers are not digitised yet', reads: 'list' },
  'GET /quay/so-hoa/:dossierId': { who: clerks, of: 'dossier', purpose: 'see the scanned pages of a dossier filed here', reads: 'scan' },
  'POST /quay/so-hoa/:dossierId': { who: clerks, of: 'dossier', purpose: 'take scanned pages in', takesFile: true },
  'POST /quay/so-hoa/:dossierId/ban-quet/:scanId': { who: clerks, of: 'dossier', purpose: 'take in what was scanned at the filing' },
  'POST /quay/so-hoa/:dossierId/trang/:pageId': { who: clerks, of: 'dossier', purpose: 'move a page or take it out' },
  'GET /quay/so-hoa/:dossierId/trang/:pageId/anh.jpg': { who: clerks, of: 'dossier', purpose: 'look at a scanned page', reads: 'scan' },
  'POST /quay/so-hoa/:dossierId/ky': { who: clerks, of: 'dossier', purpose: 'sign the scanned papers' },
  // cash
  'GET /quay/quy': { who: clerks, purpose: 'see the own cash book', reads: 'nobody' },
  'POST /quay/quy/mo': { who: clerks, purpose: 'open a cash book' },
  'GET /quay/quy/so/:bookId': { who: clerks, of: 'cash-book', purpose: 'read a cash book of the place', reads: 'list' },
  'POST /quay/quy/so/:bookId/dong': { who: clerks, of: 'cash-book', purpose: 'close the own cash book' },
  'POST /quay/quy/so/:bookId/xac-nhan': { who: clerks, of: 'cash-book', purpose: 'confirm the cash book of a colleague' },
  'GET /quay/quy/thu': { who: clerks, purpose: 'find the dossier that somebody wants to pay for', reads: 'nobody' },
  'GET /quay/quy/thu/:dossierId': { who: clerks, of: 'dossier', purpose: 'say what is to be paid', reads: 'fee' },
  'POST /quay/quy/thu/:dossierId': { who: clerks, of: 'dossier', purpose: 'take a fee in cash' },
  'POST /quay/quy/tra/:dossierId': { who: clerks, of: 'dossier', purpose: 'pay a refund out' },
}

export const clinicDoors: StaffDoors = {
  'GET /phong-kham': { who: doctors, purpose: 'see the day of the clinic', reads: 'list' },
  'POST /phong-kham/kham': { who: doctors, purpose: 'begin an examination' },
  'GET /phong-kham/kham/:id': { who: doctors, of: 'examination', purpose: 'examine', reads: 'list' },
  'POST /phong-kham/kham/:id': { who: doctors, of: 'examination', purpose: 'keep the findings and check them' },
  'POST /phong-kham/kham/:id/giu': { who: doctors, of: 'examination', purpose: 'keep the findings' },
  'POST /phong-kham/kham/:id/bo': { who: doctors, of: 'examination', purpose: 'drop an examination' },
  'GET /phong-kham/kham/:id/ky': { who: doctors, of: 'examination', purpose: 'read before signing', reads: 'list' },
  'POST /phong-kham/kham/:id/ky': { who: doctors, of: 'examination', purpose: 'sign a certificate' },
  'GET /phong-kham/giay/:id': { who: doctors, of: 'certificate', purpose: 'see a certificate of the clinic', reads: 'list' },
  'POST /phong-kham/giay/:id/sua': { who: doctors, of: 'certificate', purpose: 'correct a certificate' },
  'GET /phong-kham/giay/:id/thu-hoi': { who: doctors, of: 'certificate', purpose: 'read before taking a certificate back', reads: 'list' },
  'POST /phong-kham/giay/:id/thu-hoi': { who: doctors, of: 'certificate', purpose: 'take a certificate back' },
}

export const postDoors: StaffDoors = {
  'GET /buu-dien': { who: post, purpose: 'see which cards to fetch', reads: 'nobody' },
  'GET /buu-dien/danh-sach/:listId': { who: post, of: 'hand-over-list', purpose: 'count the cards of a list', reads: 'numbers' },
  'POST /buu-dien/danh-sach/:listId/quet': { who: post, of: 'hand-over-list', purpose: 'note a card that is there' },
  'POST /buu-dien/danh-sach/:listId/bo': { who: post, of: 'hand-over-list', purpose: 'take a note back' },
  'POST /buu-dien/danh-sach/:listId/ky-nhan': { who: post, of: 'hand-over-list', purpose: 'take the cards over' },
}

export const leaderDoors: StaffDoors = {
  'GET /lanh-dao': { who: leaders, purpose: 'see how the province keeps the agreement', reads: 'numbers' },
  'GET /lanh-dao/cham': { who: leaders, purpose: 'see who was late', reads: 'numbers' },
  'GET /lanh-dao/dang-cho/:duty': { who: leaders, of: 'page', purpose: 'see who is waited for now', reads: 'numbers' },
  'GET /lanh-dao/so-lieu.csv': { who: leaders, purpose: 'take the figures along', reads: 'nobody' },
}

export const administratorDoors: StaffDoors = {
  'GET /lich-lam-viec': { who: administrators, purpose: 'see the working calendar', reads: 'nobody' },
  'POST /lich-lam-viec': { who: administrators, purpose: 'enter a day' },
  'POST /lich-lam-viec/nam/:year/de-xuat': { who: administrators, of: 'calendar', purpose: 'have the holidays of a year proposed' },
  'POST /lich-lam-viec/nam/:year/mo': { who: administrators, of: 'calendar', purpose: 'open a year' },
  'GET /lich-lam-viec/ngay/:dayId': { who: administrators, of: 'calendar', purpose: 'see a day and what it moves', reads: 'numbers' },
  'POST /lich-lam-viec/ngay/:dayId/xac-nhan': { who: administrators, of: 'calendar', purpose: 'confirm a day that another entered' },
  'POST /lich-lam-viec/ngay/:dayId/bo': { who: administrators, of: 'calendar', purpose: 'propose to take a day out' },
  'POST /lich-lam-viec/ngay/:dayId/xac-nhan-bo': { who: administrators, of: 'calendar', purpose: 'confirm that a day goes out' },
  'GET /quan-tri/tham-quyen': { who: administrators, purpose: 'see who may sign for the authority', reads: 'nobody' },
  'POST /quan-tri/tham-quyen': { who: administrators, purpose: 'enter a signing power or a delegation' },
  'GET /quan-tri/don-vi': { who: administrators, purpose: 'see units and who belongs to them', reads: 'nobody' },
  'POST /quan-tri/don-vi': { who: administrators, purpose: 'enter a unit, or who belongs to it' },
  'GET /quan-tri/:kind/:grantId': { who: administrators, of: 'grant', purpose: 'see a power, a unit or a membership', reads: 'nobody' },
  'POST /quan-tri/:kind/:grantId/xac-nhan': { who: administrators, of: 'grant', purpose: 'confirm what another entered' },
  'POST /quan-tri/:kind/:grantId/dung': { who: administrators, of: 'grant', purpose: 'end a power, a unit or a membership' },
}
