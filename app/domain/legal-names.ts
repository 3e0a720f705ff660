/**
 * The words by which legal documents are named and typed, folded (small letters,
 * no marks). Reading knows them all; `legal-wording.ts` writes the first of each.
 */
export const documentTypes = [
  "constitution",
  "code",
  "law",
  "ordinance",
  "resolution",
  "decree",
  "decision",
  "circular",
  "joint-circular",
  "directive",
  "conclusion",
  "official-letter",
  "consolidated",
  "technical-regulation",
  "standard",
] as const;
export type DocumentType = (typeof documentTypes)[number];

/** Type words as people write them, the longest first where one begins another. */
export const typeWords: readonly (readonly [string, DocumentType])[] = [
  ["thong tu lien tich", "joint-circular"],
  ["joint circular", "joint-circular"],
  ["van ban hop nhat", "consolidated"],
  ["consolidated document", "consolidated"],
  ["consolidated text", "consolidated"],
  ["official letter", "official-letter"],
  ["official dispatch", "official-letter"],
  ["nghi dinh", "decree"],
  ["thong tu", "circular"],
  ["nghi quyet", "resolution"],
  ["quyet dinh", "decision"],
  ["phap lenh", "ordinance"],
  ["chi thi", "directive"],
  ["ket luan", "conclusion"],
  ["hien phap", "constitution"],
  ["cong van", "official-letter"],
  ["bo luat", "code"],
  ["luat", "law"],
  ["decree", "decree"],
  ["circular", "circular"],
  ["resolution", "resolution"],
  ["decision", "decision"],
  ["ordinance", "ordinance"],
  ["directive", "directive"],
  ["conclusion", "conclusion"],
  ["constitution", "constitution"],
  ["code", "code"],
  ["law", "law"],
];

/** Short type words, which count only right before a number. */
export const shortTypes: Readonly<Record<string, DocumentType>> = {
  nd: "decree",
  ndcp: "decree",
  tt: "circular",
  ttlt: "joint-circular",
  nq: "resolution",
  qd: "decision",
  pl: "ordinance",
  ct: "directive",
  kl: "conclusion",
  cv: "official-letter",
  vbhn: "consolidated",
  l: "law",
  bl: "code",
};

/** The type that the first part of a number's symbol stands for. */
export const typeOfSymbol: Readonly<Record<string, DocumentType>> = {
  nd: "decree",
  tt: "circular",
  ttlt: "joint-circular",
  nq: "resolution",
  qd: "decision",
  pl: "ordinance",
  ct: "directive",
  kl: "conclusion",
  vbhn: "consolidated",
};

/** Parts of symbols that are not plain capitals. */
const symbolParts: Readonly<Record<string, string>> = {
  nd: "NĐ",
  qd: "QĐ",
  ttg: "TTg",
  hdnd: "HĐND",
  hdtp: "HĐTP",
  bgddt: "BGDĐT",
  bldtbxh: "BLĐTBXH",
  bkhdt: "BKHĐT",
  tld: "TLĐ",
  hdcc: "HĐCC",
  hddt: "HĐĐT",
};

/** The official spelling of a symbol typed with or without marks: `nd-cp` is `NĐ-CP`. */
export function spellSymbol(typed: string, folded: string): string {
  const parts = folded.split(/([-/])/);
  let at = 0;
  return parts
    .map((part) => {
      const from = at;
      at += part.length;
      return symbolParts[part] ?? typed.slice(from, at).toUpperCase();
    })
    .join("");
}

/** Laws that people call by name: Vietnamese, English, and the English in which the word "law" stands last. */
export const lawNames: readonly (readonly [vi: string, en: string, before?: string])[] = [
  ["Doanh nghiệp", "Enterprises", "Enterprise"],
  ["Đầu tư", "Investment", "Investment"],
  ["Đầu tư công", "Public Investment", "Public Investment"],
  ["Đất đai", "Land", "Land"],
  ["Đấu thầu", "Bidding", "Bidding"],
  ["Xây dựng", "Construction", "Construction"],
  ["Nhà ở", "Housing", "Housing"],
  ["Thương mại", "Commerce", "Commercial"],
  ["Cạnh tranh", "Competition", "Competition"],
  ["Hải quan", "Customs", "Customs"],
  ["Quản lý thuế", "Tax Administration", "Tax Administration"],
  ["Thuế giá trị gia tăng", "Value Added Tax", "Value Added Tax"],
  ["Thuế thu nhập doanh nghiệp", "Corporate Income Tax", "Corporate Income Tax"],
  ["Kế toán", "Accounting", "Accounting"],
  ["Chứng khoán", "Securities", "Securities"],
  ["Sở hữu trí tuệ", "Intellectual Property", "Intellectual Property"],
  ["Chuyển giao công nghệ", "Technology Transfer", "Technology Transfer"],
  ["Khoa học, công nghệ và đổi mới sáng tạo", "Science, Technology and Innovation"],
  ["Công nghiệp công nghệ số", "Digital Technology Industry", "Digital Technology Industry"],
  ["Chuyển đổi số", "Digital Transformation", "Digital Transformation"],
  ["Giao dịch điện tử", "Electronic Transactions", "Electronic Transactions"],
  ["Dữ liệu", "Data", "Data"],
  ["Bảo vệ dữ liệu cá nhân", "Personal Data Protection", "Personal Data Protection"],
  ["An ninh mạng", "Cybersecurity", "Cybersecurity"],
  ["Viễn thông", "Telecommunications", "Telecommunications"],
  ["Bảo vệ môi trường", "Environmental Protection", "Environmental Protection"],
  ["Bảo hiểm xã hội", "Social Insurance", "Social Insurance"],
  ["An toàn thực phẩm", "Food Safety", "Food Safety"],
  ["Tiêu chuẩn và quy chuẩn kỹ thuật", "Standards and Technical Regulations"],
  ["Khiếu nại", "Complaints", "Complaints"],
  ["Tố cáo", "Denunciations", "Denunciations"],
  ["Tiếp công dân", "Citizen Reception", "Citizen Reception"],
  ["Tiếp cận thông tin", "Access to Information"],
  ["Thực hiện dân chủ ở cơ sở", "Grassroots Democracy", "Grassroots Democracy"],
  ["Tổ chức Chính phủ", "Organization of the Government"],
  ["Tổ chức chính quyền địa phương", "Organization of Local Administration"],
  ["Ban hành văn bản quy phạm pháp luật", "Promulgation of Legal Documents"],
  ["Phí và lệ phí", "Fees and Charges"],
  ["Lưu trữ", "Archives", "Archives"],
  ["Căn cước", "Identification", "Identification"],
  ["Căn cước công dân", "Citizen Identification", "Citizen Identification"],
  ["Khoa học và công nghệ", "Science and Technology"],
  ["Lao động", "Labour", "Labour"],
  ["Dân sự", "Civil", "Civil"],
  ["Hình sự", "Criminal", "Penal"],
];
