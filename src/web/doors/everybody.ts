/** Everybody: pages without a name, ticket machines, and the way in. */
import type { Doors } from './door.ts'

const who = 'anyone'

export const everybodysDoors: Doors = {
  'GET /': { who, purpose: 'read what the service is' },
  'GET /tro-giup': { who, purpose: 'find help' },
  'GET /huong-dan': { who, purpose: 'find a guide' },
  'GET /huong-dan/nguoi-dan': { who, purpose: 'read the guide for citizens' },
  'GET /huong-dan/diem-tiep-nhan': { who, purpose: 'read the guide for counters' },
  'GET /huong-dan/co-so-kham': { who, purpose: 'read the guide for clinics' },
  'GET /huong-dan/can-bo': { who, purpose: 'read the guide for officers' },
  'GET /quyen-rieng-tu': { who, purpose: 'read what is kept of people' },
  'GET /ngon-ngu/:lang': { who, of: 'page', purpose: 'choose a language' },
  'GET /tinh-trang': { who, purpose: 'see which system is silent' },
  'GET /so-lieu': { who, purpose: 'read the figures' },
  'GET /so-lieu/:file': { who, of: 'page', purpose: 'take a figure along' },
  'GET /tinh-thanh': { who, purpose: 'see where the service is open' },
  'GET /tinh-thanh/:province': { who, of: 'page', purpose: 'read about a province' },
  'GET /phoi-hop/:province': { who, of: 'page', purpose: 'read the agreement of a province' },
  'GET /co-so-kham': { who, purpose: 'find a clinic' },
  'GET /tra-cuu': { who, purpose: 'ask for the state of a dossier by its code' },
  'POST /tra-cuu': { who, purpose: 'ask for the state of a dossier by its code' },
  // papers and the log, for whoever holds one
  'GET /kiem-tra-giay-to': { who, purpose: 'have a paper verified' },
  'POST /kiem-tra-giay-to': { who, purpose: 'have a paper verified', takesFile: true },
  'GET /kiem-tra-giay-to/ket-qua/:checkId': { who, of: 'file-check', purpose: 'read what the check found' },
  'GET /kiem-tra-giay-to/:code': { who, of: 'paper-code', purpose: 'check a paper by the code on it' },
  'GET /nhat-ky': { who, purpose: 'read how the log is sealed' },
  'GET /nhat-ky/noi-tiep.json': { who, purpose: 'prove that the log still begins with what it was' },
  'GET /nhat-ky/kiem-tra-bien-nhan': { who, purpose: 'have a receipt of the log checked' },
  'POST /nhat-ky/kiem-tra-bien-nhan': { who, purpose: 'have a receipt of the log checked', takesFile: true },
  'GET /nhat-ky/moc.txt': { who, purpose: 'keep a checkpoint of the log' },
  // the queue of a service point
  'GET /lay-so/:pointId': { who, of: 'point', purpose: 'take a number' },
  'POST /lay-so/:pointId': { who, of: 'point', purpose: 'take a number' },
  'GET /lay-so/:pointId/phieu/:ticketId': { who, of: 'point', purpose: 'read the own number' },
  'GET /goi-so/:pointId': { who, of: 'point', purpose: 'see who is called' },
  // the way in, and back from the checkout
  'GET /dang-nhap': { who, purpose: 'sign in' },
  'GET /dang-nhap/tra-loi': { who, purpose: 'come back from the electronic identity' },
  'GET /thanh-toan/tro-ve': { who, purpose: 'come back from the checkout' },
}
