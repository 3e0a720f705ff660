import { at } from "./chance.ts";
import type { Sender } from "./senders.ts";
import type { Pair } from "./story.ts";

/** How people begin and end, so that no two letters read the same. */
export const openings: readonly Pair[] = [
  ["Kính gửi cơ quan có thẩm quyền.", "To the competent agency."],
  ["Tôi xin phản ánh việc sau.", "I would like to raise the following."],
  ["Kính mong cơ quan xem xét giúp nội dung dưới đây.", "I hope the agency can look into the matter below."],
  [
    "Sau nhiều lần hỏi ở địa phương mà chưa rõ, tôi gửi lên đây.",
    "Having asked locally several times without a clear answer, I am writing here.",
  ],
  [
    "Được biết cổng này tiếp nhận ý kiến, tôi xin trình bày.",
    "Having learnt that this portal takes comments, I set out my case.",
  ],
];

export const closings: readonly Pair[] = [
  ["Mong sớm nhận được trả lời.", "I hope for an early reply."],
  ["Xin cảm ơn.", "Thank you."],
  ["Nếu cần, tôi sẵn sàng cung cấp thêm ảnh và giấy tờ.", "I can send more pictures and papers if needed."],
  ["Mong cơ quan trả lời cụ thể, có thời hạn.", "I hope for a concrete answer with a date."],
  ["Nhiều người ở đây cũng gặp tình trạng tương tự.", "Many people here have the same experience."],
];

export const genericQuestions: readonly (readonly [string, string])[] = [
  [
    "Đề nghị ông/bà cho biết thời điểm xảy ra gần nhất và gửi kèm ảnh chụp màn hình hoặc giấy tờ liên quan, nếu có.",
    "Lần gần nhất là sáng thứ Ba tuần này, khoảng 9 giờ. Tôi đã mô tả đúng những gì nhìn thấy, không có thêm giấy tờ nào khác.",
  ],
  [
    "Để kiểm tra đúng trường hợp của ông/bà, đề nghị cho biết rõ địa điểm (thôn, tổ dân phố) và những cơ quan ông/bà đã liên hệ.",
    "Tôi đã đến bộ phận một cửa hai lần và gọi đường dây nóng một lần. Địa điểm đúng như tôi đã ghi, ngay gần nhà văn hóa.",
  ],
  [
    "Đề nghị ông/bà nói rõ hơn mong muốn của mình: hướng dẫn cách làm, sửa lỗi, hay thay đổi quy định?",
    "Trước mắt tôi mong được hướng dẫn cách làm. Về lâu dài nên sửa quy định để người khác không gặp lại.",
  ],
];

const robotTexts = [
  {
    title: "Khuyến mãi lớn cuối năm",
    content: "Nhận ngay voucher giảm giá 90% tất cả sản phẩm, số lượng có hạn, nhấn vào liên kết để nhận quà.",
  },
  {
    title: "Best price offer",
    content: "Best price SEO service for your website, first page guaranteed, contact us today for a free quote.",
  },
  {
    title: "Vay nhanh trong ngày",
    content: "Hỗ trợ vay nhanh trong ngày không cần thế chấp, lãi suất thấp, giải ngân trong 15 phút, liên hệ ngay.",
  },
];

/** What robots send: held for review, never dropped. */
export const robots = {
  text: (choice: number) => at(robotTexts, choice),
  sender: (index: number): Sender => ({
    reporterType: "individual",
    name: "Promo Bot",
    email: `bot.${index}@example.com`,
  }),
};
