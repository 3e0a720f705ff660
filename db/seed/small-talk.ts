import type { DisputeGround } from "../../app/domain/dispute.ts";
import type { OutcomeKind } from "../../app/domain/outcome.ts";
import type { Chance } from "./chance.ts";

type Rating = { level: "1" | "2" | "3" | "4"; solved: "yes" | "no"; comment?: string };

const levels: Record<OutcomeKind, readonly (readonly [Rating["level"], number])[]> = {
  solved: [
    ["4", 55],
    ["3", 35],
    ["2", 8],
    ["1", 2],
  ],
  explained: [
    ["4", 14],
    ["3", 48],
    ["2", 28],
    ["1", 10],
  ],
  not_accepted: [
    ["4", 4],
    ["3", 26],
    ["2", 42],
    ["1", 28],
  ],
  referred: [
    ["4", 8],
    ["3", 40],
    ["2", 36],
    ["1", 16],
  ],
  commitment: [
    ["4", 22],
    ["3", 48],
    ["2", 22],
    ["1", 8],
  ],
};

const comments: Record<Rating["level"], readonly string[]> = {
  "4": [
    "Xử lý nhanh, có số liệu cụ thể. Cảm ơn các anh chị.",
    "Cán bộ gọi điện hỏi rõ rồi mới làm. Rất hài lòng.",
    "Đúng như trả lời, hôm sau đã dùng được.",
    "Lần đầu gửi ý kiến mà có kết quả đo được trước và sau.",
  ],
  "3": [
    "Đã giải quyết, nhưng mong lần sau báo tiến độ sớm hơn.",
    "Trả lời rõ ràng, dễ hiểu.",
    "Được rồi, còn một vài hộ chưa ổn định nhưng khá hơn nhiều.",
    "Tôi hiểu lý do, mong sớm có hướng dẫn chi tiết.",
  ],
  "2": [
    "Trả lời đúng luật nhưng việc của tôi vẫn chưa xong.",
    "Chờ lâu, nội dung còn chung.",
    "Có nêu lý do nhưng chưa nói tôi phải làm gì tiếp.",
    "Hẹn thời gian còn xa quá.",
  ],
  "1": [
    "Trả lời chung chung, không có gì thay đổi.",
    "Quá hạn mới trả lời, vấn đề vẫn còn nguyên.",
    "Không đồng ý với lý do nêu ra.",
  ],
};

/** The short things people of the office and submitters write along the way. */
export const smallTalk = {
  assignNotes: [
    "Đề nghị cơ quan kiểm tra thực tế và trả lời có số liệu.",
    "Nội dung tương tự đã gửi trong tháng trước; đề nghị trả lời thống nhất.",
    "Người gửi đồng ý công khai. Đề nghị nêu rõ mốc thời gian.",
    "Nếu cần phối hợp với doanh nghiệp viễn thông, đề nghị nêu trong câu trả lời.",
    "Đề nghị nêu rõ căn cứ, tránh trả lời chung.",
  ],
  notes: [
    "Đã gọi điện cho đơn vị kỹ thuật, hẹn có số liệu trong tuần.",
    "Chờ ý kiến của đơn vị phối hợp, đã nhắc lần một.",
    "Đã kiểm tra nhật ký hệ thống, xác nhận có lỗi như phản ánh.",
    "Đoàn kiểm tra của xã đã đến hiện trường, có biên bản và ảnh.",
    "Vụ chuyên môn thống nhất hướng trả lời; đang hoàn thiện số liệu.",
    "So với phản ánh cùng loại của quý trước để trả lời thống nhất.",
  ],
  sentBack: [
    "Bổ sung số liệu trước và sau khi xử lý; nêu rõ nguồn.",
    "Câu trả lời còn chung. Nêu cụ thể điều, khoản áp dụng và việc người dân cần làm.",
    "Ghi rõ ngày hoàn thành và đơn vị chịu trách nhiệm.",
    "Sửa lại cách xưng hô, bỏ các từ viết tắt, viết câu ngắn hơn.",
    "Kiểm tra lại tên đơn vị sau sắp xếp trước khi trình.",
  ],
  withdrawn: [
    "Tôi đã làm được sau khi cập nhật ứng dụng, xin rút ý kiến.",
    "Tôi gửi nhầm nội dung, sẽ gửi lại sau.",
    "Việc đã được xã giải quyết trực tiếp. Xin cảm ơn.",
    "Chúng tôi cần bổ sung số liệu nội bộ rồi sẽ gửi lại.",
  ],
  /** What submitters say is wrong with an answer. */
  disputes: [
    {
      ground: "not-done",
      reason: "Câu trả lời nói đã xử lý xong, nhưng sáng nay tôi kiểm tra lại thì vẫn như cũ. Đề nghị xem lại thực tế.",
    },
    {
      ground: "not-answered",
      reason: "Tôi hỏi hai việc, câu trả lời chỉ nói một việc. Việc còn lại, là thời hạn thực hiện, chưa được trả lời.",
    },
    {
      ground: "wrong-facts",
      reason:
        "Ngày và địa điểm nêu trong câu trả lời không đúng với việc tôi phản ánh. Tôi đề nghị kiểm tra lại hồ sơ.",
    },
  ] satisfies readonly { ground: DisputeGround; reason: string }[],
  reopened: [
    "Ý kiến của ông/bà có cơ sở. Cơ quan chủ trì kiểm tra lại thực tế và trả lời bổ sung các nội dung còn thiếu.",
    "Câu trả lời chưa nêu đủ các nội dung được hỏi. Đề nghị cơ quan chủ trì trả lời từng nội dung, có số liệu kèm theo.",
  ],
  upheld: [
    "Chúng tôi đã đối chiếu hồ sơ và kết quả kiểm tra. Câu trả lời đúng quy định và đủ các nội dung ông/bà hỏi nên được giữ nguyên.",
    "Số liệu trong câu trả lời khớp với biên bản kiểm tra. Câu trả lời được giữ nguyên; ý kiến không đồng ý của ông/bà vẫn được ghi nhận.",
  ],
  notOurs(chance: Chance, wrong: string, right: string): string {
    return chance.pick([
      `Qua xem xét, nội dung này thuộc phạm vi quản lý của ${right}. ${wrong} không có thẩm quyền trả lời.`,
      `${wrong} chỉ phối hợp cung cấp thông tin. Việc quyết định thuộc ${right}.`,
      `Nhiệm vụ này do ${right} chủ trì. Đề nghị chuyển để người gửi được trả lời đúng thẩm quyền.`,
    ]);
  },
  /** The provision by which an agency is competent. */
  competence(agency: string): string {
    return agency.startsWith("UBND-")
      ? "Điều 17 Luật Tổ chức chính quyền địa phương 2025"
      : "khoản 2 Điều 28 Luật Tổ chức Chính phủ 2025";
  },
  /** What a submitter says of an answer: it follows from the outcome and from how long it took. */
  rating(chance: Chance, outcome: OutcomeKind, slow: boolean): Rating {
    const drawn = chance.weighted(levels[outcome]);
    const level =
      slow && drawn !== "1" && chance.happens(0.5) ? ({ "4": "3", "3": "2", "2": "1" } as const)[drawn] : drawn;
    const happy = level === "4" || level === "3";
    const solved = outcome === "solved" ? happy || chance.happens(0.3) : happy && chance.happens(0.5);
    const comment = chance.happens(0.45) ? { comment: chance.pick(comments[level]) } : {};
    return { level, solved: solved ? "yes" : "no", ...comment };
  },
};
