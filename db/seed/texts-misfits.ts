import type { Misfit } from "./story.ts";

/** What arrives here and belongs elsewhere, with the way that is open for it. */
export const misfits: readonly Misfit[] = [
  {
    id: "land-decision",
    reasonCode: "complaint",
    from: ["farmer", "household"],
    where: "any",
    title: "Không đồng ý quyết định bồi thường khi thu hồi đất",
    content:
      "Gia đình tôi nhận quyết định bồi thường thu hồi đất, giá thấp hơn hộ bên cạnh dù cùng loại đất. Tôi đề nghị hủy quyết định và tính lại cho gia đình.",
    reason:
      "Ông/bà đề nghị xem xét lại một quyết định hành chính về quyền lợi của gia đình. Đây là khiếu nại, giải quyết theo Luật Khiếu nại 02/2011/QH13. Ông/bà gửi đơn có chữ ký đến cơ quan đã ban hành quyết định trong 90 ngày kể từ ngày nhận, hoặc khởi kiện tại tòa án.",
  },
  {
    id: "bribe",
    reasonCode: "denunciation",
    from: ["resident", "firm"],
    where: "any",
    title: "Cán bộ gợi ý đưa tiền để được cấp phép sớm",
    content:
      "Khi tôi làm thủ tục cấp phép, một cán bộ gợi ý đưa thêm tiền thì hồ sơ sẽ xong trong tuần. Tôi có ghi lại ngày giờ và đề nghị xử lý người này.",
    reason:
      "Nội dung là tố cáo hành vi vi phạm của cán bộ. Để bảo vệ người tố cáo, cổng không tiếp nhận và không công khai. Ông/bà gửi trực tiếp cơ quan có thẩm quyền theo Luật Tố cáo 25/2018/QH14: thủ trưởng cơ quan quản lý cán bộ đó hoặc cơ quan thanh tra. Danh tính của ông/bà được giữ bí mật theo luật.",
  },
  {
    id: "parcel",
    reasonCode: "out-of-scope",
    from: ["resident", "student"],
    where: "any",
    title: "Mua hàng trên mạng giao sai, người bán không đổi",
    content:
      "Tôi mua điện thoại trên mạng, nhận được máy khác loại. Người bán không trả lời tin nhắn, sàn bán hàng bảo chờ. Nhờ cơ quan đòi lại tiền giúp tôi.",
    reason:
      "Đây là tranh chấp giữa người mua và người bán, không thuộc phạm vi của cổng. Ông/bà gọi tổng đài bảo vệ người tiêu dùng hoặc gửi yêu cầu đến Sở Công Thương nơi ở.",
  },
  {
    id: "one-line",
    reasonCode: "unclear",
    from: ["resident", "student"],
    where: "any",
    title: "Mạng chán quá, đề nghị xem lại",
    content: "Mạng chán quá, đề nghị các cấp xem lại cho dân nhờ, nói mãi rồi.",
    reason:
      "Nội dung chưa nêu địa điểm, thời gian và dịch vụ nào nên chưa thể chuyển cơ quan xử lý. Mời ông/bà gửi lại, ghi rõ ở đâu, từ bao giờ, dịch vụ gì bị ảnh hưởng; chúng tôi sẽ chuyển ngay.",
  },
  {
    id: "insult",
    reasonCode: "abusive",
    from: ["resident"],
    where: "any",
    title: "Toàn một lũ ăn hại",
    content: "Toàn một lũ ăn hại, làm việc như phá, nghỉ hết đi cho dân đỡ khổ.",
    reason:
      "Nội dung chỉ có lời xúc phạm, không nêu sự việc nên không xử lý được. Nếu ông/bà gặp việc cụ thể, mời gửi lại bằng lời lẽ bình thường; ý kiến của ông/bà vẫn được tiếp nhận như mọi người.",
  },
  {
    id: "divorce",
    reasonCode: "out-of-scope",
    from: ["resident"],
    where: "any",
    title: "Hỏi thủ tục ly hôn và chia tài sản",
    content: "Tôi muốn hỏi khi ly hôn thì tài sản chia thế nào, cần giấy tờ gì, nộp ở đâu và mất bao lâu thì xong?",
    reason:
      "Cổng không tư vấn pháp luật. Ông/bà được tư vấn miễn phí tại Trung tâm Trợ giúp pháp lý nhà nước của tỉnh nếu thuộc diện được trợ giúp, hoặc xem trang Cổng Pháp luật quốc gia. Đơn ly hôn nộp tại tòa án nhân dân khu vực nơi cư trú.",
  },
];
