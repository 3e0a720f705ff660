/**
 * Letters of a campaign as people send them: one text, with names, places,
 * words, sentences, accents and slips of the fingers changed; and letters in
 * people's own words on the same matter. All invented.
 */
const template = [
  "Kính gửi Cổng phản ánh kiến nghị",
  "Tôi tên là {name}, hiện ở {place}",
  "Từ đầu tháng {n} đến nay, tuyến xe buýt số {n} chạy qua {place} bị cắt giảm từ bốn mươi chuyến xuống còn mười hai chuyến mỗi ngày mà không có thông báo trước cho người dân",
  "Học sinh, công nhân và người cao tuổi phải đứng chờ xe hơn một tiếng đồng hồ dưới trời nắng nóng",
  "Trạm chờ hiện không có mái che, không có ghế ngồi và bảng điện tử báo giờ xe đã hỏng từ lâu",
  "Chúng tôi đã gọi đường dây nóng của đơn vị vận hành nhiều lần nhưng chỉ được trả lời chung chung là đang xem xét",
  "Ứng dụng tra cứu giờ xe trên điện thoại vẫn hiển thị lịch cũ nên nhiều người bị lỡ việc, lỡ ca khám bệnh",
  "Đề nghị cơ quan có thẩm quyền khôi phục số chuyến như trước, công bố lịch chạy đúng thực tế và lắp lại mái che tại các trạm",
  "Đề nghị trả lời bằng văn bản cho người dân về lý do cắt giảm và thời điểm khôi phục tuyến xe",
  "Trân trọng cảm ơn, {name}",
];
const names = ["Nguyễn Văn An", "Trần Thị Bình", "Lê Hoàng Cường", "Phạm Thu Dung", "Hoàng Minh Đức", "Vũ Thị Hạnh"];
const places = [
  "phường Hòa Bình",
  "xã Tân Lập",
  "khu phố 5 phường Long Biên",
  "thôn Đông, xã An Phú",
  "phường Thủy Nguyên",
];
const swaps: readonly (readonly [string, string])[] = [
  ["Đề nghị", "Kính mong"],
  ["hơn một tiếng đồng hồ", "cả tiếng"],
  ["nhiều lần", "ba lần"],
  ["người dân", "bà con"],
  ["không có thông báo trước", "không báo trước"],
  ["nhiều người", "nhiều bà con"],
  ["từ lâu", "mấy tháng nay"],
];
const own = [
  "Riêng nhà tôi có cháu nhỏ nên rất vất vả.",
  "Mẹ tôi 70 tuổi tuần nào cũng phải đi viện.",
  "Tôi làm ca đêm, tan ca không còn chuyến nào.",
  "Mong được giải quyết sớm.",
];

/** A stream of numbers from 0 up to 1, the same for the same seed. */
function chance(seed: number): () => number {
  let state = seed * 2654435761 + 1;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 0x100000000;
  };
}

/** The letter of one supporter of the campaign, by number. */
export function campaignLetter(number: number): string {
  const next = chance(number + 1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] ?? (list[0] as T);
  const name = pick(names);
  const place = pick(places);
  let sentences = template.map((line) =>
    line
      .replaceAll("{name}", name)
      .replaceAll("{place}", place)
      .replaceAll("{n}", String(1 + Math.floor(next() * 90))),
  );
  if (next() < 0.6)
    sentences = sentences.map((line) =>
      swaps.reduce((text, swap) => (next() < 0.3 ? text.replace(swap[0], swap[1]) : text), line),
    );
  if (next() < 0.3) sentences.splice(3 + Math.floor(next() * 4), 1);
  if (next() < 0.3) sentences.splice(6, 0, pick(own).replace(/\.$/, ""));
  if (next() < 0.4)
    sentences = [...sentences.slice(0, 2), ...shuffled(sentences.slice(2, -1), next), ...sentences.slice(-1)];
  let text = `${sentences.join(next() < 0.2 ? "\n" : ". ")}.`;
  if (next() < 0.5) text = withSlips(text, next, 0.03);
  if (next() < 0.35) text = withoutAccents(text);
  if (next() < 0.15) text = text.toLowerCase();
  return text;
}

function shuffled<T>(list: readonly T[], next: () => number): T[] {
  return list
    .map((item) => ({ item, at: next() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

/** Letters left out, doubled or swapped in a share of the words. */
function withSlips(text: string, next: () => number, share: number): string {
  return text
    .split(" ")
    .map((word) => {
      if (word.length < 3 || next() >= share) return word;
      const at = 1 + Math.floor(next() * (word.length - 2));
      const kind = next();
      if (kind < 0.4) return word.slice(0, at) + word.slice(at + 1);
      if (kind < 0.7) return word.slice(0, at) + (word[at] ?? "") + word.slice(at);
      return word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2);
    })
    .join(" ");
}

const withoutAccents = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");

/** Twenty people on the same matter, each in their own words. */
export const ownLetters: readonly string[] = [
  "Con tôi đi học bằng xe buýt, mấy tuần nay sáng nào cũng trễ vì xe thưa quá. Trước kia mười lăm phút có một chuyến, giờ gần một tiếng. Xin tăng chuyến vào giờ đi học buổi sáng.",
  "Tuyến buýt gần nhà bị bỏ bớt chuyến. Tôi là công nhân khu công nghiệp, tan ca mười giờ tối phải đi xe ôm tốn năm mươi nghìn. Ai quyết định việc này và căn cứ vào đâu?",
  "Trạm xe buýt trước chợ không còn mái, trời mưa bà con ướt hết. Xe thì ít chuyến hơn hồi năm ngoái. Nhờ cơ quan quản lý giao thông xem lại giúp.",
  "Xe buýt giảm chuyến làm người già khó đi khám bệnh. Tôi bảy mươi hai tuổi, mỗi tháng lên viện hai lần, tuần trước đứng chờ chín mươi phút mới có xe rồi lỡ giờ bác sĩ.",
  "Ứng dụng xem giờ xe báo một đằng, xe chạy một nẻo. Theo tôi nên mở dữ liệu vị trí xe theo thời gian thực để ai cũng xem được, chứ lịch in ở trạm cũng cũ rồi.",
  "Tôi phản ánh về dịch vụ vận tải hành khách công cộng. Sau khi đổi đơn vị trúng thầu, số lượt xe giảm mạnh, chất lượng đi xuống, lái xe bỏ trạm không đón khách.",
  "Vì sao giảm chuyến xe buýt mà vé tháng vẫn giữ nguyên giá? Sinh viên chúng tôi mua vé tháng từ trước, nay một ngày chỉ đi được lượt về. Đề nghị hoàn tiền phần chênh lệch.",
  "Tổng đài của công ty xe buýt không ai nghe máy. Gọi bốn cuộc thì một cuộc có người bắt, họ bảo gửi thư điện tử. Gửi rồi cũng không thấy hồi âm.",
  "Buổi trưa ở bến không có bóng râm nào, ghế đá cũng bị dỡ đi khi làm vỉa hè. Người đi làm chờ xe rất khổ, nhất là từ khi xe ít đi.",
  "Gia đình tôi chuyển về khu đô thị mới vì quảng cáo có xe buýt. Nay tuyến gần như ngừng, mỗi sáng chỉ hai lượt. Đây là việc ảnh hưởng cả nghìn hộ dân, cần trả lời rõ.",
  "Là người khuyết tật dùng xe lăn, tôi chỉ đi được loại xe sàn thấp. Từ khi cắt bớt lượt, loại xe này không còn chạy trên tuyến. Mong sở giao thông bố trí lại ít nhất sáu lượt một ngày.",
  "Chúng tôi là nhóm phụ huynh trường trung học cơ sở. Học sinh tan học lúc năm giờ chiều nhưng chuyến cuối lại là bốn rưỡi. Xin dời chuyến cuối muộn hơn một tiếng.",
  "Bảng thông tin điện tử tắt ngóm ba tháng, giờ giấc dán bằng giấy thì bay mất. Người lạ đến đây không thể biết khi nào có xe. Sửa một cái bảng chắc không tốn bao nhiêu.",
  "Giảm tần suất xe buýt đi ngược chủ trương hạn chế xe cá nhân. Thành phố kêu gọi dân bỏ xe máy nhưng phương tiện thay thế lại ít dần. Nên có lộ trình và lấy ý kiến trước.",
  "Tôi bán hàng ở bến xe, thấy khách than phiền mỗi ngày. Có hôm xe chết máy giữa đường không có xe thay. Xin kiểm tra chất lượng phương tiện và số lượt thực chạy so với hợp đồng.",
  "Lịch mới của tuyến xe không dán ở trạm nào hết. Chú lái xe nói do thiếu tài xế. Nếu thiếu tài xế thì công ty phải tuyển thêm, sao lại để dân chịu.",
  "Cháu là sinh viên năm hai, hôm thi cuối kỳ cháu chờ xe từ sáu giờ mà bảy giờ mười mới có, vào phòng thi muộn. Cháu mong có tin nhắn báo trước khi bỏ chuyến.",
  "Hợp đồng đặt hàng vận tải công cộng dùng tiền ngân sách, vậy khi nhà thầu chạy thiếu lượt thì có bị trừ tiền không? Đề nghị công khai số lượt thực hiện từng tháng.",
  "Nhà chờ xe buýt đối diện bệnh viện bị tháo mái, bệnh nhân đứng nắng. Xin dựng tạm một mái bạt trong lúc đợi sửa, việc nhỏ mà giúp được nhiều người.",
  "Thứ Bảy và Chủ nhật gần như không có xe. Người lao động ngoại tỉnh như tôi về quê cuối tuần phải thuê xe dù, rất nguy hiểm. Mong tăng lượt vào hai ngày này.",
];
