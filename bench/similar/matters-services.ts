import type { Matter } from "./matter.ts";

/** Public services and procedures; papers and registers. All invented. */
export const serviceMatters: readonly Matter[] = [
  {
    id: "upload-error",
    field: "services",
    bound: false,
    vi: [
      "Cổng dịch vụ công báo lỗi khi tải tệp lên lúc nộp hồ sơ cấp đổi giấy phép lái xe. Tôi thử nhiều trình duyệt đều hiện thông báo hệ thống bận.",
      "Nộp hồ sơ đổi bằng lái xe trên cổng dịch vụ công mà đến bước tải ảnh lên là báo lỗi hệ thống bận, làm lại mấy lần đều không được.",
      "Toi nop ho so doi giay phep lai xe online, cu tai tep len la trang dich vu cong bao loi, da thu ca may tinh lan dien thoai.",
      "Hệ thống DVC bị lỗi ở bước đính kèm ảnh khi làm thủ tục cấp đổi giấy phép lái xe, đề nghị kiểm tra khắc phục để người dân khỏi phải đi nộp trực tiếp.",
    ],
    en: [
      "The public service portal shows an error when I upload a file to renew my driving licence. I have tried several browsers.",
      "Uploading the photo for a driving licence renewal always fails: the service portal says the system is busy, whichever browser I use.",
    ],
  },
  {
    id: "paper-again",
    field: "services",
    bound: true,
    vi: [
      "Đã nộp hồ sơ trực tuyến có chữ ký số nhưng bộ phận một cửa của phường vẫn yêu cầu in ra nộp bản giấy và bản sao chứng thực. Như vậy người dân phải làm hai lần.",
      "Tôi nộp trực tuyến xong vẫn bị phường gọi lên nộp lại bản giấy có công chứng. Nếu vẫn đòi bản giấy thì nộp qua mạng làm gì?",
      "Ho so da nop qua mang day du ma can bo mot cua van bat in ra nop them ban giay, lam hai lan rat mat cong.",
      "Bộ phận tiếp nhận của phường không chấp nhận tệp ký số, bắt mang bản giấy chứng thực đến tận nơi dù đã nộp online. Đề nghị chấn chỉnh.",
    ],
  },
  {
    id: "late-result",
    field: "services",
    bound: true,
    vi: [
      "Hồ sơ cấp giấy chứng nhận quyền sử dụng đất của tôi quá hạn hai tháng mà chưa có kết quả, không có thư xin lỗi hay lý do trễ hạn.",
      "Làm sổ đỏ hẹn ba mươi ngày mà nay gần ba tháng chưa xong. Hỏi thì cán bộ bảo chờ, không có văn bản xin lỗi vì trễ hẹn.",
      "Ho so so do cua gia dinh toi tre hen hai thang roi, len hoi thi khong ai tra loi ro ly do, giay hen cung khong gia han.",
      "Đề nghị cho biết vì sao giấy chứng nhận quyền sử dụng đất đất bị trả chậm hơn sáu mươi ngày so với phiếu hẹn và bao giờ nhận được.",
    ],
  },
  {
    id: "fee-payment",
    field: "services",
    bound: false,
    vi: [
      "Thanh toán lệ phí trực tuyến trên cổng dịch vụ công bị trừ tiền hai lần nhưng hồ sơ vẫn báo chưa nộp phí. Ngân hàng nói tiền đã chuyển đi.",
      "Tôi đóng lệ phí qua mạng, tài khoản bị trừ tiền hai lượt mà trên hệ thống vẫn ghi chưa thanh toán. Xin hoàn lại số tiền thừa.",
      "Nop le phi online bi tru tien hai lan, ho so van hien chua thanh toan, goi ngan hang bao da chuyen thanh cong.",
      "Xin được hoàn tiền: lệ phí làm thủ tục bị trừ trùng do cổng thanh toán treo, trạng thái hồ sơ không cập nhật dù ngân hàng xác nhận giao dịch thành công.",
    ],
  },
  {
    id: "birth-register",
    field: "papers",
    bound: true,
    vi: [
      "Đăng ký khai sinh trực tuyến cho con nhưng tên trong bản điện tử bị sai dấu. Phường trả lời không sửa được trên hệ thống và yêu cầu làm thủ tục cải chính hộ tịch từ đầu.",
      "Giấy khai sinh điện tử của con tôi bị ghi sai dấu trong tên. Lỗi của cán bộ nhập liệu mà lại bắt gia đình làm thủ tục cải chính hộ tịch.",
      "Khai sinh cua chau bi nham dau trong ten do nguoi nhap may, phuong bao phai cai chinh ho tich lai tu dau chu khong sua duoc.",
      "Sai một dấu hỏi thành dấu ngã trong bản khai sinh trực tuyến, chúng tôi bị yêu cầu xin cải chính với đủ loại giấy tờ. Mong phường sửa lỗi nhập liệu nhanh gọn.",
    ],
  },
  {
    id: "old-address",
    field: "papers",
    bound: false,
    vi: [
      "Sau khi sáp nhập xã, địa chỉ trên căn cước không khớp với địa chỉ mới nên ngân hàng từ chối mở tài khoản và yêu cầu giấy xác nhận. Xin hướng dẫn thống nhất.",
      "Ngân hàng không cho mở tài khoản vì địa chỉ trong căn cước công dân là xã cũ trước khi sáp nhập. Tôi phải xin giấy xác nhận mấy nơi.",
      "Dia chi tren CCCD la ten xa cu, gio sap nhap doi ten nen ngan hang khong chap nhan, bat di xin xac nhan thay doi dia gioi.",
      "Đổi tên xã do sắp xếp đơn vị hành chính thì căn cước cũ còn giá trị, vậy sao chi nhánh ngân hàng vẫn đòi giấy chứng nhận địa chỉ mới mới mở thẻ cho dân?",
    ],
    en: [
      "After communes were merged, the address on my identity card no longer matches, and the bank refuses to open an account without a certificate.",
      "The bank will not open my account because my identity card shows the name of the old commune from before the merger.",
    ],
  },
  {
    id: "residence-info",
    field: "papers",
    bound: false,
    vi: [
      "Ứng dụng định danh vẫn hiển thị nơi thường trú cũ dù tôi đã chuyển hộ khẩu sáu tháng. Vì vậy con tôi không đăng ký được vào lớp một đúng tuyến.",
      "Tôi chuyển thường trú đã nửa năm mà VNeID chưa cập nhật, trường không nhận con vào lớp một vì thông tin cư trú vẫn ở chỗ cũ.",
      "Thong tin cu tru tren ung dung dinh danh chua doi sang cho moi, con toi khong dang ky tuyen sinh lop mot dung tuyen duoc.",
      "Đề nghị công an cập nhật dữ liệu thường trú mới của gia đình tôi, tuyển sinh đầu cấp lấy theo dữ liệu cũ nên cháu bị xếp trường rất xa.",
    ],
  },
  {
    id: "notary-copy",
    field: "papers",
    bound: true,
    vi: [
      "Ủy ban phường từ chối chứng thực bản sao điện tử từ bản chính, chỉ làm bản giấy vì chưa có thiết bị ký số. Người dân không nộp được hồ sơ trực tuyến cần bản sao điện tử.",
      "Phường tôi chưa làm được chứng thực bản sao điện tử, cán bộ nói chưa được cấp chữ ký số. Tôi cần bản điện tử để nộp hồ sơ qua mạng.",
      "UBND phuong khong chung thuc ban sao dien tu, chi co ban giay, noi la thieu thiet bi ky so nen toi khong nop online duoc.",
      "Bao giờ phường chứng thực được bản sao điện tử? Thủ tục đã công bố mà đến nơi thì được trả lời thiết bị ký số chưa có.",
    ],
  },
];
