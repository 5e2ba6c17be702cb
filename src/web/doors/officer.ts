/** The office: those who handle dossiers, and the operators who keep the service running. */
import type { StaffRole } from '../../catalogue/index.ts'
import type { StaffDoors } from './door.ts'

const handlers = ['appraiser', 'signer', 'supervisor'] as const satisfies readonly StaffRole[]
/** Who inspects reads what they read, and changes nothing (C1). */
const readers = [...handlers, 'inspector'] as const satisfies readonly StaffRole[]
/** They ask staff why they read what they read: alarms name staff, and no applicant. */
const supervising = ['supervisor', 'inspector'] as const satisfies readonly StaffRole[]
const printers = ['printer'] as const satisfies readonly StaffRole[]
const operators = ['operator'] as const satisfies readonly StaffRole[]
const staff = [...readers, ...printers, ...operators, 'clerk', 'doctor', 'postal', 'leader', 'administrator'] as const satisfies readonly StaffRole[]

export const officerDoors: StaffDoors = {
  // the desk: everybody at work finds home from here
  'GET /can-bo': { who: staff, purpose: 'find the own desk', reads: 'nobody' },
  // dossiers
  'GET /can-bo/ho-so': { who: readers, purpose: 'see what waits, or what a search found', reads: 'list' },
  'POST /can-bo/ho-so': { who: readers, purpose: 'look for a dossier by number, identity or name' },
  'POST /can-bo/bo-loc': { who: handlers, purpose: 'keep a list under a name of one’s own' },
  'POST /can-bo/bo-loc/:id': { who: handlers, of: 'saved-list', purpose: 'change a list of one’s own' },
  'POST /can-bo/bo-loc/:id/xoa': { who: handlers, of: 'saved-list', purpose: 'drop a list of one’s own' },
  'POST /can-bo/cot': { who: handlers, purpose: 'choose the columns that one sees' },
  'GET /can-bo/ho-so/:id': { who: readers, of: 'dossier', purpose: 'judge a dossier', reads: 'by the page' },
  'POST /can-bo/ho-so/:id/:verb': { who: handlers, of: 'dossier', purpose: 'take the next step with a dossier' },
  'POST /can-bo/ho-so/:id/ban-giao': { who: handlers, of: 'dossier', purpose: 'hand a dossier over to a colleague' },
  'POST /can-bo/da-biet': { who: handlers, purpose: 'note what was told of one’s dossiers' },
  'GET /can-bo/vang-mat': { who: handlers, purpose: 'see who is away and who covers', reads: 'nobody' },
  'POST /can-bo/vang-mat': { who: handlers, purpose: 'enter an absence with its cover' },
  'POST /can-bo/vang-mat/:absenceId/ve': { who: handlers, of: 'absence', purpose: 'end an absence' },
  'GET /can-bo/ho-so/:id/anh.jpg': { who: readers, of: 'dossier', purpose: 'compare the portrait', reads: 'portrait' },
  'GET /can-bo/ho-so/:id/giay-to/:documentId.pdf': { who: readers, of: 'dossier', purpose: 'read a paper of the dossier', reads: 'paper' },
  'GET /can-bo/ho-so/:id/cach-tinh': { who: readers, of: 'dossier', purpose: 'see how the dates were counted', reads: 'dossier' },
  'POST /can-bo/ho-so/:id/phieu-kiem-soat': { who: handlers, of: 'dossier', purpose: 'have the control sheet of the handling drawn up' },
  'GET /can-bo/ho-so/:id/ban-quet/:scanId': { who: readers, of: 'dossier', purpose: 'read a paper that a counter scanned', reads: 'scan' },
  'GET /can-bo/ho-so/:id/anh/:file': { who: readers, of: 'dossier', purpose: 'compare a picture that was replaced', reads: 'portrait' },
  'GET /can-bo/ho-so/:id/bo-sung': { who: readers, of: 'dossier', purpose: 'see what can be asked of the applicant', reads: 'dossier' },
  'POST /can-bo/ho-so/:id/bo-sung': { who: handlers, of: 'dossier', purpose: 'ask the applicant for supplements' },
  'POST /can-bo/ho-so/:id/bo-sung/cho-phep': { who: handlers, of: 'dossier', purpose: 'allow a second request for supplements' },
  'POST /can-bo/ho-so/:id/ghi-chu': { who: handlers, of: 'dossier', purpose: 'write a private note' },
  'POST /can-bo/ho-so/:id/y-kien': { who: handlers, of: 'dossier', purpose: 'ask a colleague for a second opinion' },
  'POST /can-bo/ho-so/:id/y-kien/:opinionId': { who: handlers, of: 'dossier', purpose: 'give a second opinion' },
  'GET /can-bo/y-kien': { who: readers, purpose: 'see which colleagues ask for an opinion', reads: 'list' },
  'POST /can-bo/ho-so/:id/goi-y': { who: handlers, of: 'dossier', purpose: 'note that somebody looked at a hint' },
  'POST /can-bo/ho-so/:id/kiem-tra-tay': { who: handlers, of: 'dossier', purpose: 'write down a check made by hand' },
  'POST /can-bo/ho-so/:id/kiem-tra-tay/:checkId/:verdict': { who: handlers, of: 'dossier', purpose: 'confirm or reject a check made by hand' },
  'GET /can-bo/so-theo-doi': { who: readers, purpose: 'read the register of dossiers', reads: 'list' },
  'POST /can-bo/so-theo-doi': { who: handlers, purpose: 'have an extract of the register drawn up' },
  'GET /can-bo/so-theo-doi/:extractId/tep.pdf': { who: readers, of: 'register-extract', purpose: 'read an extract of the register', reads: 'list' },
  // health certificates and clinics
  'GET /can-bo/ban-sao/:dossierId/:copyId': { who: readers, of: 'dossier', purpose: 'judge a certified copy', reads: 'by the page' },
  'POST /can-bo/ban-sao/:dossierId/:copyId': { who: handlers, of: 'dossier', purpose: 'accept a certified copy' },
  'POST /can-bo/ban-sao/:dossierId/:copyId/khong-nhan': { who: handlers, of: 'dossier', purpose: 'reject a certified copy' },
  'GET /can-bo/ban-sao/:dossierId/:copyId/tep.pdf': { who: readers, of: 'dossier', purpose: 'read a certified copy', reads: 'by the page' },
  'GET /can-bo/co-so-kham': { who: readers, purpose: 'see the clinics of the province', reads: 'nobody' },
  'POST /can-bo/co-so-kham': { who: handlers, purpose: 'enter a clinic' },
  'GET /can-bo/co-so-kham/:code': { who: readers, of: 'clinic', purpose: 'see a clinic and its doctors', reads: 'nobody' },
  'POST /can-bo/co-so-kham/:code/:act': { who: handlers, of: 'clinic', purpose: 'admit, suspend or readmit a clinic' },
  'POST /can-bo/co-so-kham/:code/bac-si': { who: handlers, of: 'clinic', purpose: 'name a doctor of a clinic' },
  // cards, old and new
  'GET /can-bo/the': { who: readers, purpose: 'see which cards wait', reads: 'list' },
  'POST /can-bo/the/in': { who: handlers, purpose: 'send what is signed to the printer' },
  'POST /can-bo/the/:id/giao': { who: handlers, of: 'dossier', purpose: 'hand a card over in person' },
  'POST /can-bo/the/:id/nhan-lai': { who: handlers, of: 'dossier', purpose: 'take a card back from the post' },
  'POST /can-bo/the/:id/de-nghi-in-lai': { who: handlers, of: 'dossier', purpose: 'propose to print a lost card again' },
  'POST /can-bo/the/:id/dong-y-in-lai': { who: handlers, of: 'dossier', purpose: 'agree to print a lost card again' },
  'POST /can-bo/the/:id/khong-in-lai': { who: handlers, of: 'dossier', purpose: 'refuse to print a lost card again' },
  // the printer sees what printing needs
  'GET /in-the': { who: printers, purpose: 'see which cards to print', reads: 'list' },
  'POST /in-the': { who: printers, purpose: 'send what is signed to the machine' },
  'GET /can-bo/the-cu': { who: readers, purpose: 'see which old cards are to come back', reads: 'list' },
  'POST /can-bo/the-cu/:licenceId/da-nhan': { who: handlers, of: 'licence', purpose: 'note that an old card came back' },
  'POST /can-bo/the-cu/:licenceId/da-huy': { who: handlers, of: 'licence', purpose: 'note that an old card was destroyed' },
  'POST /can-bo/the-cu/:licenceId/giu-lai': { who: handlers, of: 'licence', purpose: 'note that an old card is kept' },
  'POST /can-bo/the/danh-sach': { who: handlers, purpose: 'make a hand-over list for the post' },
  'GET /can-bo/the/danh-sach/:listId': { who: readers, of: 'hand-over-list', purpose: 'see a hand-over list', reads: 'list' },
  'POST /can-bo/the/danh-sach/:listId/xac-nhan': { who: handlers, of: 'hand-over-list', purpose: 'settle the differences of a hand-over' },
  'POST /can-bo/the/danh-sach/:listId/thu-hoi': { who: handlers, of: 'hand-over-list', purpose: 'take a hand-over list back' },
  'GET /can-bo/the/danh-sach/:listId/nhan': { who: readers, of: 'hand-over-list', purpose: 'print address labels', reads: 'by the page' },
  'GET /can-bo/the/danh-sach/:listId/nhan/:file': { who: readers, of: 'hand-over-list', purpose: 'print the bar code of a label', reads: 'numbers' },
  // many at once
  'GET /can-bo/hang-loat': { who: readers, purpose: 'see what was done in bulk', reads: 'nobody' },
  'POST /can-bo/hang-loat': { who: handlers, purpose: 'look what would go in bulk' },
  'GET /can-bo/hang-loat/ky': { who: readers, purpose: 'choose decisions to sign', reads: 'list' },
  'GET /can-bo/hang-loat/luong-thang': { who: readers, purpose: 'see what every rule passed', reads: 'list' },
  'GET /can-bo/hang-loat/rut-mau': { who: readers, purpose: 'see what was drawn for full appraisal', reads: 'list' },
  'GET /can-bo/hang-loat/:id': { who: readers, of: 'bulk', purpose: 'see what came of each dossier', reads: 'list' },
  'POST /can-bo/hang-loat/:id/xac-nhan': { who: handlers, of: 'bulk', purpose: 'have it done in bulk' },
  'POST /can-bo/hang-loat/:id/dung': { who: handlers, of: 'bulk', purpose: 'stop what is done in bulk' },
  'POST /can-bo/hang-loat/:id/lay-lai': { who: handlers, of: 'bulk', purpose: 'take back what was approved in bulk' },
  // money
  'GET /can-bo/tien': { who: readers, purpose: 'see money that needs a person', reads: 'list' },
  'POST /can-bo/tien/de-nghi': { who: handlers, purpose: 'propose to give money back' },
  'POST /can-bo/tien/:id/dong-y': { who: handlers, of: 'payment', purpose: 'agree to give money back' },
  'POST /can-bo/tien/:id/khong': { who: handlers, of: 'payment', purpose: 'refuse to give money back' },
  'POST /can-bo/tien/:id/hoan-lai': { who: handlers, of: 'payment', purpose: 'give a doubled payment back' },
  'POST /can-bo/tien/:id/xong': { who: handlers, of: 'payment', purpose: 'note that money was settled' },
  'GET /can-bo/so-quy': { who: readers, purpose: 'see the cash books of the counters', reads: 'nobody' },
  'POST /can-bo/so-quy/:bookId/xac-nhan': { who: handlers, of: 'cash-book', purpose: 'confirm a cash book' },
  // what people at work read
  'GET /can-bo/canh-bao': { who: supervising, purpose: 'see alarms about what staff of the province read', reads: 'nobody' },
  'POST /can-bo/canh-bao/:id': { who: supervising, of: 'staff-alarm', purpose: 'answer an alarm about somebody else' },
  // the service itself
  'GET /can-bo/van-hanh': { who: operators, purpose: 'see how the outside systems answer', reads: 'nobody' },
  'GET /can-bo/van-hanh/:system': { who: operators, of: 'system', purpose: 'see how one outside system answers', reads: 'nobody' },
  'POST /can-bo/van-hanh/:system/:act': { who: operators, of: 'system', purpose: 'pause or resume an outside system' },
  'POST /can-bo/van-hanh/viec-ket/:id/:act': { who: operators, of: 'system', purpose: 'let a stuck job go on, or end it' },
  'POST /can-bo/van-hanh/canh-bao/:id': { who: operators, of: 'alarm', purpose: 'close an alarm' },
}
