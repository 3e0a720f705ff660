import type { Matter } from "./matter.ts";

/** Firms and rules; research and funding. All invented. */
export const businessMatters: readonly Matter[] = [
  {
    id: "invoice-software",
    field: "business",
    bound: false,
    vi: [
      "Hộ kinh doanh phải dùng hóa đơn điện tử khởi tạo từ máy tính tiền nhưng phần mềm phải mua thêm thiết bị và đóng phí hằng tháng, vượt khả năng của cửa hàng nhỏ.",
      "Quán tạp hóa của tôi doanh thu thấp mà bắt mua máy tính tiền nối hóa đơn điện tử, phí phần mềm hằng tháng quá cao so với lãi.",
      "Ho kinh doanh nho nhu toi bi yeu cau xuat hoa don dien tu tu may tinh tien, tien thue phan mem va thiet bi nhieu hon tien loi.",
      "Đề nghị cung cấp phần mềm hóa đơn miễn phí cho hộ kinh doanh cá thể, chứ mua máy tính tiền và trả phí hóa đơn điện tử như nay tiểu thương không chịu nổi.",
    ],
  },
  {
    id: "fire-permit",
    field: "business",
    bound: false,
    vi: [
      "Quy chuẩn phòng cháy mới buộc nhà xưởng cũ thay toàn bộ vật liệu chống cháy trong khi công trình đã được nghiệm thu. Doanh nghiệp phải dừng sản xuất chờ thẩm duyệt lại.",
      "Nhà xưởng của công ty đã nghiệm thu phòng cháy chữa cháy năm năm trước, nay theo quy chuẩn mới phải cải tạo lại, chi phí hàng tỷ đồng và phải ngừng sản xuất.",
      "Xuong cu da duoc nghiem thu PCCC gio lai bat theo quy chuan moi, phai thay vat lieu chong chay, cong ty dung san xuat may thang cho tham duyet.",
      "Kiến nghị không hồi tố quy chuẩn an toàn cháy với cơ sở đã nghiệm thu. DN chúng tôi không thể thay toàn bộ kết cấu chống cháy của xưởng trong sáu tháng.",
    ],
  },
  {
    id: "import-test",
    field: "business",
    bound: false,
    vi: [
      "Lô linh kiện điện tử nhập khẩu phải kiểm tra chất lượng ở cả hai bộ với cùng một chỉ tiêu. Hàng nằm cảng mười hai ngày, phát sinh phí lưu kho.",
      "Cùng một lô linh kiện mà hai bộ đều đòi kiểm tra chuyên ngành, chỉ tiêu giống nhau. Hàng kẹt ở cảng gần hai tuần, tiền lưu bãi rất lớn.",
      "Linh kien dien tu nhap khau bi kiem tra chat luong trung lap o hai bo, cho ket qua muoi hai ngay, phi luu kho luu bai tang.",
      "Đề nghị công nhận kết quả thử nghiệm của nhau giữa các bộ đối với linh kiện nhập khẩu, tránh kiểm tra chuyên ngành hai lần làm doanh nghiệp tốn phí lưu cảng.",
    ],
    en: [
      "Imported electronic components are tested twice by two ministries for the same criteria. The goods wait at the port for twelve days.",
      "Two ministries demand the same quality test on one shipment of imported components, and storage fees at the port keep growing.",
    ],
  },
  {
    id: "licence-overlap",
    field: "business",
    bound: false,
    vi: [
      "Để mở phòng thí nghiệm dịch vụ, doanh nghiệp phải xin ba giấy phép với cùng một bộ hồ sơ năng lực gửi ba nơi. Thời gian tổng cộng hơn một năm.",
      "Công ty tôi muốn lập phòng thử nghiệm dịch vụ mà phải đi xin ba loại giấy phép, nơi nào cũng đòi lại bộ hồ sơ năng lực như nhau.",
      "Mo phong thi nghiem dich vu can ba giay phep khac nhau, nop cung mot bo ho so cho ba co quan, mat hon mot nam.",
      "Nên gộp các giấy phép hoạt động phòng thí nghiệm thành một, doanh nghiệp chỉ nộp hồ sơ năng lực một lần cho một đầu mối.",
    ],
  },
  {
    id: "fund-advance",
    field: "research",
    bound: false,
    vi: [
      "Đề tài nghiên cứu cấp bộ được duyệt nhưng kinh phí tạm ứng về chậm chín tháng. Nhóm nghiên cứu phải tự ứng tiền mua hóa chất, nhiều thành viên bỏ dở.",
      "Đề tài khoa học của chúng tôi ký hợp đồng xong gần một năm mới được cấp tiền đợt một, chủ nhiệm phải vay để mua hóa chất.",
      "Kinh phi de tai nghien cuu giai ngan qua cham, chin thang sau khi phe duyet moi co tam ung, nhom phai bo tien tui mua hoa chat.",
      "Kiến nghị cấp tạm ứng kinh phí trong vòng ba mươi ngày kể từ khi đề tài được phê duyệt, chậm như hiện nay nhóm nghiên cứu tan rã hết.",
    ],
    en: [
      "Our approved research project waited nine months for its advance payment, and the team had to pay for chemicals themselves.",
      "Funding of research projects is released far too late: the advance came nine months after approval and team members left.",
    ],
  },
  {
    id: "invoice-research",
    field: "research",
    bound: false,
    vi: [
      "Thanh quyết toán đề tài nghiên cứu đòi hóa đơn đỏ cho từng khoản nhỏ như thuê nông dân trồng thử. Nhà khoa học mất nhiều thời gian làm chứng từ hơn nghiên cứu.",
      "Quyết toán đề tài khoa học bắt phải có hóa đơn cho cả tiền công nông dân trồng thử giống, chúng tôi làm chứng từ nhiều hơn làm thí nghiệm.",
      "Thu tuc thanh quyet toan de tai qua nang chung tu, khoan thue nong dan lam thi nghiem nho cung doi hoa don do.",
      "Đề nghị khoán chi đến sản phẩm cuối cùng cho đề tài nghiên cứu, đừng bắt nhà khoa học gom hóa đơn chứng từ từng khoản vài trăm nghìn khi quyết toán.",
    ],
  },
  {
    id: "equipment-share",
    field: "research",
    bound: true,
    vi: [
      "Trường đại học có kính hiển vi điện tử trị giá hàng chục tỷ nhưng không cho nhóm bên ngoài thuê giờ. Thiết bị mua bằng ngân sách chỉ dùng vài giờ mỗi tuần.",
      "Máy kính hiển vi điện tử của trường đại học mua bằng tiền ngân sách mà khóa trong phòng, nhóm khởi nghiệp chúng tôi xin thuê giờ dùng không được.",
      "Kinh hien vi dien tu o truong dai hoc bo khong nhieu, ben ngoai muon thue gio su dung thi tu choi vi khong co quy che.",
      "Cần có cơ chế dùng chung thiết bị nghiên cứu đắt tiền, như chiếc kính hiển vi điện tử của trường hiện mỗi tuần chạy vài giờ trong khi doanh nghiệp phải gửi mẫu ra nước ngoài.",
    ],
  },
  {
    id: "startup-visa",
    field: "research",
    bound: false,
    vi: [
      "Chuyên gia nước ngoài làm trong dự án trí tuệ nhân tạo phải xin giấy phép lao động mỗi hai năm với lý lịch tư pháp từ nước thứ ba. Hồ sơ kéo dài bốn tháng.",
      "Công ty tôi thuê chuyên gia trí tuệ nhân tạo người nước ngoài, xin giấy phép lao động mất bốn tháng vì đòi lý lịch tư pháp ở nơi họ từng sống.",
      "Giay phep lao dong cho chuyen gia AI nuoc ngoai qua phuc tap, cu hai nam lam lai, phai co ly lich tu phap nuoc thu ba.",
      "Nên miễn giấy phép lao động hoặc cấp thẻ dài hạn cho chuyên gia công nghệ nước ngoài, thủ tục lý lịch tư pháp như bây giờ làm chúng tôi mất người.",
    ],
  },
];
