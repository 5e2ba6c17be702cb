/**
 * The pictures of the guides: screens of the browser tests, cut to one size. `npm run pictures` takes them anew from the
 * tests and writes them to src/web/assets/guides; a test keeps this list, the files and the guides equal.
 */

/** How a picture is cut: what a phone or a desk shows at once, and how large it is on the page. */
export const cuts = { phone: { screen: 360, height: 680, width: 360, shown: 680 }, desk: { screen: 1280, height: 860, width: 960, shown: 645 } } as const

/** By name: the screen that a browser test keeps under that name, and where on it the picture begins (in pixels from the top). */
export const pictures = {
  'nguoi-dan-trang-dau': { of: 'public-start', cut: 'phone', top: 0 },
  'nguoi-dan-giay-phep': { of: 'an-02-mine', cut: 'phone', top: 0 },
  'nguoi-dan-anh': { of: 'an-03-anh-xem-lai', cut: 'phone', top: 0 },
  'nguoi-dan-kiem-tra': { of: 'an-03-kiem-tra', cut: 'phone', top: 0 },
  'nguoi-dan-ho-so': { of: 'an-06-paid', cut: 'phone', top: 0 },
  'nguoi-dan-da-ky': { of: 'an-09-signed', cut: 'phone', top: 0 },
  'diem-tiep-nhan-kiem-tra': { of: 'quay-03-check', cut: 'desk', top: 0 },
  'diem-tiep-nhan-xac-nhan': { of: 'quay-07-confirm', cut: 'desk', top: 0 },
  'co-so-kham-ket-qua': { of: 'clinic-03-exam', cut: 'desk', top: 0 },
  'co-so-kham-doc-lai': { of: 'clinic-04-read', cut: 'desk', top: 0 },
  'co-so-kham-bien-nhan': { of: 'clinic-05-receipt', cut: 'desk', top: 0 },
  'can-bo-danh-sach': { of: 'oanh-01-worklist', cut: 'desk', top: 0 },
  'can-bo-nhan': { of: 'oanh-02-to-take', cut: 'desk', top: 0 },
  'can-bo-ky': { of: 'quang-02-to-sign', cut: 'desk', top: 0 },
} as const satisfies Readonly<Record<string, { readonly of: string; readonly cut: keyof typeof cuts; readonly top: number }>>

export type PictureName = keyof typeof pictures
