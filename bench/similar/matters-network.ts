import type { Matter } from "./matter.ts";

/** Coverage, power and lines; schools and health. All invented. */
export const networkMatters: readonly Matter[] = [
  {
    id: "hamlet-signal",
    field: "network",
    bound: true,
    vi: [
      "Thôn vùng cao chưa có sóng điện thoại di động. Người dân phải leo lên đầu dốc cách nhà ba cây số mới gọi được, học sinh không học trực tuyến được. Đề nghị lắp trạm phát sóng cho thôn.",
      "Bản chúng tôi không bắt được sóng di động của nhà mạng nào. Muốn gọi điện phải chạy xe ra đầu dốc. Bao giờ mới có trạm phát sóng?",
      "O thon toi dien thoai khong co song, muon nghe goi phai di bo len doi. De nghi nha mang dung tram phat song di dong de tre con hoc online.",
      "Mong nhà nước sớm phủ sóng di động cho thôn em ạ, cả thôn hơn bốn mươi hộ mà ko có vạch sóng nào, trạm gần nhất bị núi che mất.",
    ],
    en: [
      "Our hamlet has no mobile signal. To make a phone call we have to climb a slope three kilometres away. Please build a base station.",
      "There is no mobile coverage in the hamlet and pupils cannot study online. When will a base station be built so that phones get a signal?",
    ],
  },
  {
    id: "school-internet",
    field: "network",
    bound: true,
    vi: [
      "Đường truyền internet của trường tiểu học quá chậm và hay rớt. Phòng tin học ba mươi máy nhưng chỉ vài máy vào mạng được, học sinh không làm được bài kiểm tra trực tuyến.",
      "Mạng internet ở trường học con tôi rất chậm, phòng máy tin học ngồi cả tiết không mở nổi trang web. Đề nghị nâng cấp đường truyền cho trường.",
      "Truong tieu hoc cua xa mang internet cham lam, thi tren may tinh toan bi rot mang. Xin nang cap duong truyen cap quang cho phong tin hoc.",
      "Tôi là giáo viên tin học. Wifi và cáp quang của nhà trường chập chờn, ba mươi em học sinh dùng chung một đường truyền yếu nên thi trực tuyến toàn bị đứt giữa chừng.",
    ],
  },
  {
    id: "station-power",
    field: "network",
    bound: true,
    vi: [
      "Mỗi lần mất điện thì trạm phát sóng của xã cũng ngừng, cả xã mất liên lạc nhiều giờ trong mùa bão. Đề nghị trang bị máy phát điện dự phòng cho trạm.",
      "Hễ cúp điện là mất luôn sóng điện thoại vì trạm phát sóng không có nguồn dự phòng. Đợt bão vừa rồi cả xã không gọi được cứu hộ.",
      "Mat dien la mat song, tram phat song khong co ac quy hay may phat dien du phong, mua bao rat nguy hiem cho ba con trong xa.",
      "Khi có bão, lưới điện bị cắt thì trạm BTS tắt theo, người dân không liên lạc được với cứu hộ. Nên lắp pin dự phòng hoặc máy nổ cho các trạm phát sóng.",
    ],
  },
  {
    id: "cable-poles",
    field: "network",
    bound: true,
    vi: [
      "Dây cáp viễn thông trên cột điện đầu ngõ bị võng xuống sát mặt đường, vướng vào người đi xe máy. Đề nghị các nhà mạng thu gọn và tháo bỏ cáp không dùng.",
      "Cột điện trước nhà tôi chằng chịt dây cáp của mấy công ty viễn thông, có sợi võng ngang cổ người đi xe máy. Xin cho thu gọn lại.",
      "Day cap vien thong cu dut lung lang tren cot dien, xe may di qua vuong phai suyt te. De nghi thao bo cap khong con dung.",
      "Bó cáp mạng treo ở cột điện sà xuống đường, gió to là quăng quật. Ai chịu trách nhiệm thu dọn dây cáp bỏ đi của nhà mạng?",
    ],
  },
  {
    id: "remote-clinic",
    field: "health",
    bound: true,
    vi: [
      "Trạm y tế xã có máy khám bệnh từ xa nhưng để không hơn một năm vì không có bác sĩ tuyến trên trực. Người bệnh vẫn phải đi bốn mươi cây số lên bệnh viện huyện cũ.",
      "Thiết bị khám chữa bệnh từ xa ở trạm y tế mua về đắp chiếu, chưa thấy bác sĩ bệnh viện tỉnh nối máy tư vấn lần nào. Dân ốm vẫn phải đi xa.",
      "Tram y te xa duoc cap may hoi chan tu xa ma bo khong ca nam nay, benh nhan van phai vuot bon muoi cay so len benh vien. Lang phi qua.",
      "Đề nghị bố trí bác sĩ tuyến trên trực hội chẩn từ xa theo lịch để bộ máy khám bệnh từ xa ở trạm y tế được dùng, đừng để phủ bụi.",
    ],
    en: [
      "The commune health station has telemedicine equipment that has stood unused for a year because no hospital doctor is on duty at the other end.",
      "Please schedule hospital doctors for telemedicine so that the equipment bought for our health station is used instead of gathering dust.",
    ],
  },
  {
    id: "health-record",
    field: "health",
    bound: false,
    vi: [
      "Sổ sức khỏe điện tử trên ứng dụng không hiện kết quả xét nghiệm của bệnh viện tư. Mỗi lần đổi nơi khám tôi phải làm lại xét nghiệm từ đầu, tốn tiền. Đề nghị liên thông dữ liệu.",
      "Kết quả xét nghiệm ở phòng khám tư không đưa được vào sổ sức khỏe điện tử nên sang bệnh viện khác phải xét nghiệm lại. Mong dữ liệu được liên thông.",
      "So suc khoe dien tu khong co ket qua kham o benh vien tu nhan, di dau cung bat xet nghiem lai tu dau rat ton kem.",
      "Bao giờ các bệnh viện tư được nối dữ liệu vào sổ sức khỏe điện tử? Mẹ tôi một tháng phải lấy máu xét nghiệm ba lần chỉ vì nơi này không xem được kết quả của nơi kia.",
    ],
  },
  {
    id: "hospital-queue",
    field: "health",
    bound: true,
    vi: [
      "Đặt lịch khám qua mạng của bệnh viện đa khoa nhưng đến nơi vẫn phải lấy số và xếp hàng như người không đặt. Tôi chờ từ sáu giờ đến mười giờ mới được gọi.",
      "Tôi đã đặt lịch khám trực tuyến mà tới bệnh viện vẫn phải bốc số xếp hàng mấy tiếng. Vậy đặt lịch trước để làm gì?",
      "Dat lich kham qua app cua benh vien khong co tac dung, den noi van phai lay so xep hang tu sang som den trua.",
      "Bệnh viện quảng cáo hẹn giờ khám trên mạng, nhưng quầy tiếp đón bảo cứ lấy số chờ tới lượt. Người bệnh đặt lịch trước không được ưu tiên đúng giờ.",
    ],
  },
  {
    id: "insurance-app",
    field: "health",
    bound: false,
    vi: [
      "Bệnh viện không nhận thẻ bảo hiểm y tế trên ứng dụng định danh mà đòi thẻ giấy, lý do là máy quét hỏng. Người bệnh phải tự trả tiền rồi làm thủ tục đòi lại.",
      "Đi khám đưa thẻ BHYT điện tử trên điện thoại thì nhân viên không chấp nhận, bắt về lấy thẻ giấy. Quy định cho dùng thẻ điện tử rồi mà.",
      "Benh vien bat xuat trinh the bao hiem y te giay, khong cho dung the tren VNeID vi may quet ma hong, toi phai dong tien vien phi truoc.",
      "Máy đọc mã ở quầy hỏng nên thẻ bảo hiểm y tế điện tử bị từ chối, gia đình tôi phải ứng tiền viện phí và đi lại mấy lần mới được hoàn.",
    ],
  },
];
