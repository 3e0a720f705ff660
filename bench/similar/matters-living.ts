import type { Matter } from "./matter.ts";

/** Streets, water and air; farms; data and digital skills. All invented. */
export const livingMatters: readonly Matter[] = [
  {
    id: "street-flood",
    field: "streets",
    bound: true,
    vi: [
      "Đường vào khu dân cư ngập nửa mét mỗi khi mưa to vì cống thoát nước bị tắc. Cảm biến cảnh báo ngập lắp năm ngoái không hoạt động.",
      "Cứ mưa là ngõ nhà tôi ngập đến đầu gối, cống thoát nước tắc rác không ai nạo vét. Cái cảm biến báo ngập cũng hỏng rồi.",
      "Mua to la duong khu dan cu ngap nua met, cong thoat nuoc tac, he thong canh bao ngap khong chay. De nghi nao vet cong.",
      "Đề nghị nạo vét cống thoát nước và sửa cảm biến cảnh báo ngập ở tuyến đường khu dân cư, trận mưa tuần trước xe máy chết máy la liệt.",
    ],
  },
  {
    id: "street-light",
    field: "streets",
    bound: true,
    vi: [
      "Đèn đường thông minh trên tuyến liên thôn tắt hai tháng nay. Ban đêm đường tối đen, đã có ba vụ tai nạn. Bảng điều khiển báo mất kết nối.",
      "Hệ thống đèn chiếu sáng thông minh ở đường liên thôn không sáng suốt hai tháng, đi đêm rất nguy hiểm, đã xảy ra tai nạn.",
      "Den duong lap kieu thong minh ma tat ngom hai thang nay, duong lien thon toi om, tai nan lien tuc, goi thon bao cho.",
      "Xin sửa đèn chiếu sáng công cộng tuyến đường liên thôn. Từ khi chuyển sang điều khiển thông minh thì mất kết nối suốt, tối không thấy đường.",
    ],
    en: [
      "The smart street lights on the road between hamlets have been dark for two months, and there have been three accidents at night.",
      "Please repair the street lighting between the hamlets: since the smart control lost its connection the road is pitch dark at night.",
    ],
  },
  {
    id: "water-quality",
    field: "streets",
    bound: true,
    vi: [
      "Nước máy của nhà máy nước xã có màu vàng và mùi tanh suốt ba tuần. Kết quả quan trắc chất lượng nước không công bố. Đề nghị kiểm nghiệm và công khai.",
      "Nước sinh hoạt nhà tôi vàng khè, tanh mùi sắt đã ba tuần. Nhà máy nước không công khai kết quả kiểm nghiệm chất lượng.",
      "Nuoc may bi vang va co mui tanh gan mot thang, khong ai cong bo ket qua kiem nghiem nuoc, ba con khong dam uong.",
      "Mong cơ quan chức năng lấy mẫu nước máy của xã đi kiểm nghiệm, nước ra màu vàng đục mùi tanh, trẻ con tắm bị ngứa.",
    ],
  },
  {
    id: "air-sensor",
    field: "streets",
    bound: true,
    vi: [
      "Khu công nghiệp xả khói bụi về đêm, trạm quan trắc không khí gần đó ngừng gửi số liệu đúng vào những giờ ấy. Người dân không mở được cửa sổ.",
      "Đêm nào nhà máy trong khu công nghiệp cũng xả khói khét lẹt, nhưng trạm quan trắc không khí thì không có số liệu ban đêm. Vì sao vậy?",
      "Khoi bui tu khu cong nghiep xa vao ban dem, xem app quan trac khong khi thi gio do luon mat du lieu. De nghi kiem tra.",
      "Yêu cầu công khai dữ liệu quan trắc không khí tự động ban đêm ở khu công nghiệp, mùi khét và bụi làm người già trẻ nhỏ ho suốt.",
    ],
  },
  {
    id: "rice-drone",
    field: "farms",
    bound: false,
    vi: [
      "Hợp tác xã muốn dùng máy bay không người lái phun thuốc cho lúa nhưng xin phép bay phải gửi hồ sơ trước nhiều ngày, không kịp mùa sâu bệnh.",
      "Xin phép bay cho thiết bị bay phun thuốc lúa mất cả tuần, trong khi sâu bệnh chỉ ba ngày là lan hết ruộng của hợp tác xã.",
      "Drone phun thuoc cho lua phai xin phep bay moi lan, cho phep den noi thi sau benh da an het ruong roi.",
      "Đề nghị cấp phép bay theo mùa vụ cho máy bay không người lái dùng trong nông nghiệp, đừng bắt hợp tác xã làm hồ sơ từng lần phun.",
    ],
  },
  {
    id: "traceability",
    field: "farms",
    bound: false,
    vi: [
      "Mỗi sàn thương mại và mỗi tỉnh có một hệ thống truy xuất nguồn gốc riêng. Hợp tác xã trồng vải phải nhập nhật ký sản xuất năm lần. Đề nghị dùng chung một mã.",
      "Chúng tôi trồng vải xuất khẩu, phải khai nhật ký canh tác trên năm phần mềm truy xuất nguồn gốc khác nhau, nơi này không nhận mã của nơi kia.",
      "Truy xuat nguon goc nong san qua nhieu he thong, mot vuon vai phai nhap nhat ky san xuat nam lan, xin thong nhat mot ma.",
      "Cần một mã truy xuất nguồn gốc dùng chung toàn quốc, để nông dân chỉ ghi nhật ký sản xuất một lần thay vì khai lại cho từng sàn.",
    ],
  },
  {
    id: "salinity-alert",
    field: "farms",
    bound: true,
    vi: [
      "Tin nhắn cảnh báo độ mặn đến muộn sau khi nước mặn đã vào ruộng. Lúa của hơn trăm hộ bị cháy lá. Đề nghị công bố số liệu trạm đo theo giờ.",
      "Nước mặn tràn vào ruộng rồi mới nhận được tin nhắn cảnh báo. Cả cánh đồng lúa cháy lá. Xin cho xem số liệu độ mặn từng giờ.",
      "Canh bao xam nhap man gui qua cham, lua chay la het moi co tin nhan. Tram do do man nen cong khai so lieu tung gio.",
      "Bà con đề nghị trạm đo độ mặn nhắn tin sớm hơn cho nông dân, năm nay cảnh báo trễ làm lúa chết hàng loạt vì mặn xâm nhập.",
    ],
  },
  {
    id: "seed-permit",
    field: "farms",
    bound: false,
    vi: [
      "Giống lúa mới do kỹ sư địa phương lai tạo phải khảo nghiệm lại ở ba vùng với chi phí hàng trăm triệu mới được lưu hành, dù đã trồng thử thành công ba vụ.",
      "Tôi lai tạo được giống lúa chịu hạn, trồng ba vụ tốt mà muốn công nhận lưu hành phải trả hàng trăm triệu tiền khảo nghiệm.",
      "Chi phi khao nghiem giong lua moi qua cao, nguoi nong dan lai tao khong du tien de duoc cong nhan luu hanh giong.",
      "Kiến nghị nhà nước hỗ trợ tiền khảo nghiệm hoặc công nhận kết quả trồng thử cho giống cây do nông dân, kỹ sư tự lai tạo.",
    ],
  },
  {
    id: "open-data",
    field: "data",
    bound: false,
    vi: [
      "Cổng dữ liệu mở của tỉnh chỉ có tệp ảnh quét, không tải được dạng bảng. Dữ liệu quy hoạch cập nhật lần cuối từ ba năm trước.",
      "Dữ liệu mở của tỉnh đăng toàn bản chụp, máy không đọc được, số liệu quy hoạch thì cũ ba năm. Đề nghị đăng dạng bảng tính.",
      "Cong du lieu mo toan file anh scan, khong co dang bang de tai ve, du lieu quy hoach da ba nam khong cap nhat.",
      "Sinh viên chúng tôi cần dữ liệu quy hoạch dạng máy đọc được nhưng cổng dữ liệu mở chỉ cho tải ảnh quét cũ.",
    ],
    en: [
      "The provincial open data portal only offers scanned images instead of tables, and the planning data is three years old.",
      "Please publish planning data as machine-readable tables: the open data portal has nothing but old scans.",
    ],
  },
  {
    id: "data-reentry",
    field: "data",
    bound: false,
    vi: [
      "Cán bộ xã phải nhập cùng một số liệu vào bảy phần mềm báo cáo của bảy sở. Các phần mềm không kết nối với nhau, cuối tháng nào cũng làm thêm giờ.",
      "Tôi làm ở xã, mỗi tháng gõ lại một con số vào bảy phần mềm của các sở vì không phần mềm nào lấy dữ liệu của phần mềm nào.",
      "So lieu bao cao cua xa phai nhap di nhap lai bay phan mem khac nhau, cac so khong chiu ket noi du lieu, can bo lam dem.",
      "Đề nghị liên thông các phần mềm báo cáo của sở ngành để cấp xã chỉ nhập số liệu một lần, hiện nay đang phải nhập bảy nơi.",
    ],
  },
  {
    id: "elderly-help",
    field: "data",
    bound: true,
    vi: [
      "Người cao tuổi trong phường không biết dùng ứng dụng định danh và thanh toán lương hưu qua tài khoản. Tổ công nghệ số cộng đồng lập ra nhưng không hoạt động.",
      "Các cụ hưu trí phường tôi không tự nhận lương qua tài khoản và cài ứng dụng định danh được. Tổ công nghệ số chỉ có tên trên giấy.",
      "Nguoi gia o phuong khong biet cai VNeID, nhan luong huu qua the, to cong nghe so cong dong khong thay ai den huong dan.",
      "Mong tổ công nghệ số cộng đồng của phường đến từng nhà chỉ cho người cao tuổi cách dùng ứng dụng định danh và rút lương hưu.",
    ],
  },
  {
    id: "scam-calls",
    field: "data",
    bound: false,
    vi: [
      "Kẻ gian giả danh công an gọi điện yêu cầu cập nhật dữ liệu định danh, gửi đường dẫn cài ứng dụng giả và rút hết tiền. Đầu số phản ánh cuộc gọi lừa đảo không phản hồi.",
      "Mẹ tôi bị người tự xưng công an gọi bảo cập nhật định danh, cài ứng dụng giả rồi mất sạch tiền trong tài khoản. Báo lên đầu số lừa đảo không ai trả lời.",
      "Goi dien lua dao gia danh cong an bat cai ung dung dinh danh gia, mat tien trong tai khoan. Nhan tin dau so phan anh khong thay hoi am.",
      "Cần chặn ngay các cuộc gọi mạo danh công an dụ cài app giả mạo chiếm đoạt tiền, tôi đã báo đầu số tiếp nhận cuộc gọi lừa đảo mà không có phản hồi.",
    ],
  },
];
