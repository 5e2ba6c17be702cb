/** Words that every page shares. */
export const siteText = {
  vi: {
    service: 'Toàn Trình', tagline: 'Cấp, đổi giấy phép lái xe trực tuyến', mine: 'Giấy phép và hồ sơ của tôi', help: 'Trợ giúp', privacy: 'Quyền riêng tư', status: 'Tình trạng các hệ thống', guides: 'Hướng dẫn', figures: 'Số liệu', verify: 'Kiểm tra giấy tờ', lookUp: 'Tra cứu giấy phép', provinces: 'Tỉnh, thành phố',
    worklist: 'Hồ sơ', toSign: 'Chờ ký', cards: 'In thẻ', money: 'Tiền', clinics: 'Cơ sở khám', register: 'Sổ theo dõi',
  },
  en: {
    service: 'Toàn Trình', tagline: 'Driving licences online', mine: 'My licences and dossiers', help: 'Help', privacy: 'Privacy', status: 'How the systems are doing', guides: 'Guides', figures: 'Figures', verify: 'Check a paper', lookUp: 'Look up a licence', provinces: 'Provinces',
    worklist: 'Dossiers', toSign: 'To sign', cards: 'Print cards', money: 'Money', clinics: 'Clinics', register: 'Register',
  },
} as const
