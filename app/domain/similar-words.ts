/**
 * What the comparison of texts knows of words, folded. Vietnamese writes each
 * syllable as a word, so what carries the meaning is mostly a pair of them.
 */
const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Words that say nothing about the matter. */
export const stopWords: ReadonlySet<string> = new Set([
  ...list(`
    va la cua co cho cac nhung mot hai ba bon nam bay muoi tram duoc khong ko k kg cung da dang se thi ma nhu voi
    tu den o tai trong ngoai tren duoi vao ra len xuong khi neu de do bi boi vi nen roi nay kia do ay day nhieu it qua
    rat lam toi em chau minh chung ta ho ai gi nao sao bao gio lai con nua moi chi theo ve qua sau truoc xin mong
    nghi kien phan anh kinh thua gui ong ba co chu bac anh chi ban nguoi dan nha gia dinh hay hoac tung toan bo
    phai can muon bat duoc luon cu van chua het cai chiec viec su ngay thang tuan vay thay noi hoi tra loi
    nhan giup giai quyet cap tinh trang hien thuc te nhat hon gan suot lan ai cho phep de nghi cam on tran trong`),
  ...list(`
    the a an of to in on at by for from with without and or but not no is are was were be been being it its this that
    these those i we you they he she my our your their me us them have has had do does did can could will would should
    must may might there here when where what which who why how so as if than then too very more most all any each
    please because after before since until about into over under again also only every other such both between`),
]);

/** Words of nearly every letter to an office: they count, but little. */
export const commonWords: ReadonlySet<string> = new Set([
  ...list(`
    quan ly nha nuoc co quan don vi can bo cong dan ho so thu tuc quy dinh giay to he thong phuong xa tinh huyen thanh
    pho uy ban nhan bo so ban nganh dia phuong trung tam to chuc doanh nghiep cong ty kiem tra xu ly thong tin thoi gian
    yeu cau van ban trang su dung quyen nam tien phi chi phi online truc tuyen dien tu so hoa mang su dung nop dung thiet`),
  ...list(`
    office agency people citizen service system information time day month year local new use need make take get`),
]);

/** Short forms and other words for the same thing: each line is brought to its first entry. */
const sameMeaning: readonly string[] = [
  "doanh nghiep|dn|cong ty",
  "dich vu cong|dvc",
  "thu tuc hanh chinh|tthc",
  "uy ban nhan dan|ubnd|uy ban",
  "can cuoc|cccd|can cuoc cong dan",
  "bao hiem y te|bhyt",
  "bao hiem xa hoi|bhxh",
  "phong chay|pccc|phong chay chua chay|an toan chay",
  "cong nghe thong tin|cntt",
  "khoa hoc cong nghe|khcn|kh cn|khoa hoc va cong nghe",
  "tri tue nhan tao|ai",
  "dinh danh|vneid",
  "so do|giay chung nhan quyen su dung dat|so hong",
  "giay phep lai xe|bang lai xe|bang lai",
  "thiet bi bay|may bay khong nguoi lai|drone|flycam",
  "tram phat song|tram bts",
  "ung dung|app|phan mem",
  "truc tuyen|online|qua mang|tren mang",
  "mat dien|cup dien|cat dien",
  "tre hen|qua han|tre han|cham hen",
  "hong|truc trac|bi loi",
  "lua dao|mao danh|gia danh",
  "sap nhap|sap xep don vi hanh chinh",
  "phi|le phi",
  "benh vien|bv",
  "hoc sinh|hs",
  "giao vien|gv",
  "tai tep|tai len|tai anh|dinh kem",
  "kham tu xa|hoi chan tu xa|kham chua benh tu xa|kham benh tu xa",
  "kinh phi|giai ngan|cap tien",
  "quyet toan|thanh quyet toan",
  "ngap|ngap lut|ngap ung",
  "den duong|den chieu sang",
  "nguoi gia|nguoi cao tuoi|cac cu",
  "xet nghiem|kiem nghiem",
  "mobile|cellular|cell phone",
  "driving licence|driver license|driving license|driver licence",
  "telemedicine|remote consultation",
];

/** What is brought to another wording, by the word with which it begins; the longest first. */
const replacements: ReadonlyMap<string, readonly { said: readonly string[]; meant: readonly string[] }[]> = Map.groupBy(
  sameMeaning
    .flatMap((line) => {
      const [meant = [], ...others] = line.split("|").map((phrase) => phrase.split(" "));
      return others.map((said) => ({ said, meant }));
    })
    .toSorted((one, other) => other.said.length - one.said.length),
  ({ said }) => said[0] ?? "",
);

/** Folded words with short forms written out and other words for the same thing made one. */
export function inOneWording(words: readonly string[]): string[] {
  const result: string[] = [];
  for (let at = 0; at < words.length;) {
    const word = words[at] ?? "";
    const known = replacements.get(word)?.find(({ said }) => said.every((part, place) => part === words[at + place]));
    if (known) result.push(...known.meant);
    else result.push(word);
    at += known?.said.length ?? 1;
  }
  return result;
}
