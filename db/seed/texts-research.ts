import type { Story } from "./story.ts";

/** Research, training, culture, safety on the net. */
export const researchStories: readonly Story[] = [
  {
    id: "lump-sum",
    kind: "proposal",
    field: "finance",
    bottleneck: "bottleneck.finance",
    from: ["university", "teacher"],
    to: "BKHCN",
    where: "city",
    slots: { n: [110, 260], m: [20, 45] },
    title: [
      "Khoán chi đến kết quả cuối cùng cho đề tài cấp tỉnh",
      "Lump sums to the final result for provincial research too",
    ],
    content: [
      "Nhóm chúng tôi ở {province} quyết toán một đề tài nhỏ với {n} chứng từ, mất {m} ngày của hai nghiên cứu viên. Luật mới cho khoán chi nhưng cơ quan quản lý đề tài vẫn đòi chứng từ như cũ.",
      "Our group in {province} accounted for one small project with {n} vouchers: {m} days of two researchers. The new law allows lump sums, but the managing office still wants vouchers as before.",
    ],
    suggestion: [
      "Đề nghị hướng dẫn bắt buộc áp dụng khoán đến sản phẩm cuối cùng, nghiệm thu theo kết quả.",
      "We propose a binding guideline: lump sums to the final product, accepted by results.",
    ],
    endings: [
      {
        kind: "explained",
        body: [
          "Luật 93/2025/QH15 cho khoán chi đến sản phẩm cuối cùng và không yêu cầu chứng từ chi tiết cho phần khoán. Cơ quan quản lý không được tự đặt thêm chứng từ. Chúng tôi đã gửi văn bản hướng dẫn cho Sở ngày {d-3}, bản sao gửi kèm.",
          "Law 93/2025/QH15 allows lump sums to the final product, without detailed vouchers for that part. An office may not add its own demands. We wrote to the department on {d-3}; a copy is enclosed.",
        ],
        legalBasis: [
          "Luật Khoa học, công nghệ và đổi mới sáng tạo 93/2025/QH15",
          "Law on Science, Technology and Innovation 93/2025/QH15",
        ],
      },
      {
        kind: "solved",
        body: [
          "Sở đã bỏ danh mục chứng từ riêng và áp dụng mẫu quyết toán hai trang từ ngày {d-4}. Đề tài của nhóm được quyết toán theo mẫu mới.",
          "The department has dropped its own list of vouchers and uses a form of two pages since {d-4}. Your project is settled by it.",
        ],
        whatChanged: [
          "Bỏ chứng từ riêng, dùng mẫu quyết toán hai trang.",
          "Own vouchers dropped; a form of two pages instead.",
        ],
        measure: ["Thời gian quyết toán một đề tài", "Time to account for a project"],
        unit: ["ngày", "days"],
        before: "{m}",
        after: "2",
        evidence: ["Mẫu mới và biên bản quyết toán của nhóm", "The new form and the group's settlement"],
      },
    ],
  },
  {
    id: "chip-lab-sharing",
    kind: "proposal",
    field: "research",
    bottleneck: "bottleneck.equipment",
    from: ["university", "student"],
    to: "BGDĐT",
    where: "city",
    slots: { n: [180, 460], h: [8, 16] },
    title: [
      "Dùng chung phòng thí nghiệm thiết kế chip giữa các trường ở {p}",
      "Universities in {p} should share a chip design laboratory",
    ],
    content: [
      "Khoa chúng tôi ở {province} có {n} sinh viên học thiết kế vi mạch nhưng chỉ 20 giấy phép phần mềm. Mỗi sinh viên được thực hành {h} giờ một kỳ. Trường bên cạnh có phòng máy nhưng chỉ dùng buổi sáng.",
      "Our faculty in {province} has {n} students of chip design and 20 software licences. Each student has {h} hours of practice a term. The university next door has a laboratory that it uses only in the morning.",
    ],
    suggestion: [
      "Đề nghị Bộ mua giấy phép dùng chung và lập lịch đặt giờ chung cho phòng thí nghiệm của các trường.",
      "We propose shared licences bought by the Ministry and one booking calendar for all laboratories.",
    ],
    endings: [
      {
        kind: "commitment",
        body: [
          "Bộ đồng ý. Giấy phép dùng chung cho 18 trường đã có trong kế hoạch đào tạo nhân lực bán dẫn; lịch đặt phòng chạy thử từ học kỳ tới.",
          "The Ministry agrees. Shared licences for 18 universities are in the plan for semiconductor training; the booking calendar starts on trial next term.",
        ],
        promise: [
          "Cấp giấy phép dùng chung và mở lịch đặt phòng thí nghiệm.",
          "Shared licences and an open booking calendar.",
        ],
        owner: [
          "Vụ Giáo dục Đại học, Bộ Giáo dục và Đào tạo",
          "Higher Education Department, Ministry of Education and Training",
        ],
        months: 4,
      },
      {
        kind: "solved",
        body: [
          "Ba trường đã ký dùng chung phòng thí nghiệm, mở đến 21 giờ từ ngày {d-7}. Sinh viên đặt giờ bằng tài khoản của trường mình.",
          "Three universities have agreed to share the laboratory, open to 21:00 since {d-7}. Students book with their own account.",
        ],
        whatChanged: ["Ký dùng chung phòng thí nghiệm và mở giờ buổi tối.", "A sharing agreement and evening hours."],
        measure: ["Giờ thực hành mỗi sinh viên", "Hours of practice per student"],
        unit: ["giờ/kỳ", "hours a term"],
        before: "{h}",
        after: "40",
        evidence: ["Thỏa thuận ba trường và lịch đặt phòng", "The agreement and the bookings"],
      },
    ],
  },
  {
    id: "rooftop-meter",
    kind: "proposal",
    field: "data",
    bottleneck: "bottleneck.data",
    from: ["household", "firm"],
    to: "BCT",
    where: "any",
    slots: { n: [5, 80] },
    title: [
      "Cho hộ điện mặt trời ở {p} tự tải số liệu công tơ theo giờ",
      "Let solar homes in {p} download hourly meter data",
    ],
    content: [
      "Nhà tôi ở {commune}, {province} lắp {n} kWp điện mặt trời mái nhà tự dùng. Công tơ điện tử đo 30 phút một lần nhưng ứng dụng chỉ cho xem số ngày, nên không biết lúc nào nên bật máy bơm, máy giặt.",
      "My home in {commune}, {province} has {n} kWp of solar panels for own use. The meter measures every 30 minutes, but the application shows days only; I cannot tell when to run the pump or the washing machine.",
    ],
    suggestion: [
      "Đề nghị cho chủ công tơ tải số liệu theo giờ và cấp quyền cho ứng dụng khác đọc khi chủ hộ đồng ý.",
      "I propose hourly data for the owner, and access for other applications with the owner's consent.",
    ],
    endings: [
      {
        kind: "commitment",
        body: [
          "Số liệu theo giờ là của khách hàng. Đơn vị điện lực sẽ mở tải tệp theo giờ trước, giao diện cho ứng dụng khác mở sau khi thử bảo mật.",
          "Hourly data belong to the customer. The power companies will first open hourly files; an interface for other applications follows after a security test.",
        ],
        promise: [
          "Mở tải số liệu công tơ theo giờ cho khách hàng có điện mặt trời.",
          "Open hourly meter data to customers with solar panels.",
        ],
        owner: ["Cục Điện lực, Bộ Công Thương", "Electricity Authority, Ministry of Industry and Trade"],
        months: 3,
      },
      {
        kind: "not_accepted",
        body: [
          "Công tơ tại địa chỉ này là loại cũ, chỉ gửi số liệu ngày nên chưa thể cấp theo giờ. Công tơ được thay theo lịch kiểm định năm tới; khi đó ông/bà tải được số liệu.",
          "The meter at this address is of an old type that sends days only. It will be exchanged at next year's verification; hourly data can be downloaded from then on.",
        ],
        reasons: ["Thiết bị đo hiện tại không lưu số liệu theo giờ.", "The present meter does not store hourly data."],
        legalBasis: [
          "Luật Đo lường và quy định về chu kỳ kiểm định công tơ",
          "Law on Measurement and rules on verifying meters",
        ],
      },
    ],
  },
  {
    id: "scam-numbers",
    kind: "proposal",
    field: "security",
    bottleneck: "bottleneck.shared-platforms",
    from: ["resident", "elder"],
    to: "BCA",
    where: "any",
    slots: { n: [3, 9] },
    title: [
      "Một nút báo cuộc gọi giả danh cơ quan nhà nước",
      "One button to report calls that pretend to be from the State",
    ],
    content: [
      "Tháng này tôi ở {commune}, {province} nhận {n} cuộc gọi giả danh {a:cán bộ xã đòi cập nhật giấy tờ|điện lực|cơ quan thuế}. Hàng xóm tôi đã mất tiền. Muốn báo thì không biết báo đâu, mỗi nơi một số.",
      "This month in {commune}, {province} I had {n} calls from people pretending to be {a:commune officials|the power company|the tax office}. A neighbour lost money. I do not know where to report them; every office has another number.",
    ],
    suggestion: [
      "Đề nghị thêm một nút trong ứng dụng định danh để báo số lừa đảo, nhà mạng chặn trong ngày.",
      "I propose a button in the identity application; operators should block the number the same day.",
    ],
    endings: [
      {
        kind: "solved",
        body: [
          "Nút “Báo lừa đảo” có trong ứng dụng từ bản cập nhật ngày {d-6}. Số bị báo nhiều lần được chuyển nhà mạng chặn trong bốn giờ. Ông/bà tuyệt đối không cung cấp mã xác nhận cho người gọi.",
          "The button “Report a fraud” is in the application since the update of {d-6}. Numbers reported several times are blocked within four hours. Never give a caller a confirmation code.",
        ],
        whatChanged: [
          "Thêm nút báo lừa đảo và quy trình chặn số trong bốn giờ.",
          "A button to report fraud, and blocking within four hours.",
        ],
        measure: ["Thời gian từ khi báo đến khi chặn số", "Time from report to blocking"],
        unit: ["giờ", "hours"],
        before: "72",
        after: "4",
        evidence: ["Thống kê của trung tâm xử lý trong hai tuần đầu", "Figures of the first two weeks"],
      },
      {
        kind: "explained",
        body: [
          "Ông/bà báo được ngay bằng tin nhắn miễn phí đến đầu số phòng, chống cuộc gọi rác; nội dung tin nhắn gồm số gọi đến và mô tả ngắn. Nếu đã mất tiền, trình báo công an xã nơi gần nhất để kịp phong tỏa tài khoản.",
          "You can report at once by a free message to the number against unwanted calls, with the caller's number and a short description. If money is lost, go to the nearest commune police so that the account can be frozen.",
        ],
        legalBasis: [
          "Nghị định về chống tin nhắn rác, thư điện tử rác, cuộc gọi rác",
          "Decree against unwanted messages, e-mails and calls",
        ],
      },
    ],
  },
  {
    id: "heritage-archive",
    kind: "feedback",
    field: "shared-platforms",
    bottleneck: "bottleneck.shared-platforms",
    from: ["student", "teacher", "overseas"],
    to: "BVHTTDL",
    where: "nowhere",
    slots: { n: [40, 120] },
    title: [
      "Kho tư liệu Hán Nôm số hóa không mở được ảnh từ nước ngoài",
      "The digitised Han-Nom archive does not open from abroad",
    ],
    content: [
      "Tôi học về văn bia. Kho số hóa có mục lục rất tốt nhưng {n} ảnh tôi cần đều báo lỗi khi truy cập từ ngoài Việt Nam, ảnh xem được thì quá nhỏ để đọc. {a:Luận văn của tôi bị chậm.|Giáo sư của tôi muốn dùng để dạy.}",
      "I study stone inscriptions. The archive has an excellent index, but the {n} pictures I need fail from outside Viet Nam, and the others are too small to read. {a:My thesis is delayed.|My professor would like to teach with them.}",
    ],
    endings: [
      {
        kind: "solved",
        body: [
          "Bộ lọc truy cập nước ngoài đặt nhầm cho kho công cộng đã gỡ ngày {d-3}. Ảnh đủ nét đã mở với điều kiện ghi nguồn.",
          "A filter against foreign access, set on the public archive by mistake, was removed on {d-3}. Pictures of full size are open, with the source to be named.",
        ],
        whatChanged: [
          "Gỡ chặn truy cập nước ngoài và mở ảnh độ phân giải cao.",
          "Foreign access restored; pictures open in full size.",
        ],
        measure: ["Ảnh mở được từ nước ngoài", "Pictures that open from abroad"],
        unit: ["%", "%"],
        before: "35",
        after: "100",
        evidence: ["Kết quả thử từ ba nước", "Test from three countries"],
      },
    ],
  },
  {
    id: "open-provincial-data",
    kind: "proposal",
    field: "data",
    bottleneck: "bottleneck.data",
    from: ["startup", "student", "university"],
    to: "province",
    where: "any",
    slots: { n: [12, 60] },
    title: [
      "Mở dữ liệu bến xe, trạm y tế, chợ của {p} kèm tọa độ",
      "Open data with positions for stations, clinics and markets of {p}",
    ],
    content: [
      "Chúng tôi làm ứng dụng chỉ đường cho người khuyết tật ở {province}. Cổng dữ liệu mở của tỉnh có {n} bộ, phần lớn là tệp PDF năm trước, tên xã cũ, không có tọa độ.",
      "We make a route finder for people with disabilities in {province}. The provincial portal has {n} data sets, most of them PDF files of last year with former commune names and no positions.",
    ],
    suggestion: [
      "Đề nghị công bố lại ở dạng CSV theo mã xã mới, có tọa độ và ngày cập nhật.",
      "We propose to publish them again as CSV with the new commune codes, positions and dates.",
    ],
    endings: [
      {
        kind: "solved",
        body: [
          "Sở Khoa học và Công nghệ đã công bố lại 26 bộ dữ liệu dạng CSV ngày {d-4}, mã đơn vị hành chính mới, có tọa độ. Đầu mối kỹ thuật ghi ở từng trang dữ liệu.",
          "The Department of Science and Technology published 26 data sets again as CSV on {d-4}, with new codes and positions. Each page names a technical contact.",
        ],
        whatChanged: [
          "Công bố lại 26 bộ dữ liệu dạng máy đọc được, mã mới, có tọa độ.",
          "26 machine-readable data sets with new codes and positions.",
        ],
        measure: ["Bộ dữ liệu dùng được ngay", "Data sets ready for use"],
        unit: ["bộ", "sets"],
        before: "3",
        after: "26",
        evidence: ["Danh mục trên cổng dữ liệu mở của tỉnh", "Catalogue of the provincial open-data portal"],
      },
      {
        kind: "commitment",
        body: [
          "Tỉnh đang chuyển dữ liệu sang mã đơn vị hành chính mới. Trạm y tế và bến xe làm trước vì nhóm đang cần.",
          "The province is moving its data to the new codes. Clinics and stations come first, as your group needs them.",
        ],
        promise: [
          "Công bố dữ liệu trạm y tế, bến xe, chợ kèm tọa độ.",
          "Publish clinics, stations and markets with positions.",
        ],
        owner: ["Sở Khoa học và Công nghệ {province}", "Department of Science and Technology of {province}"],
        months: 2,
      },
    ],
  },
  {
    id: "hotline-silent",
    kind: "feedback",
    field: "procedures",
    bottleneck: "bottleneck.human-resources",
    from: ["resident", "household"],
    to: "province",
    where: "any",
    slots: { n: [4, 12], m: [9, 25] },
    title: [
      "Đường dây nóng hỗ trợ dịch vụ công ở {commune}, {p} không ai nghe",
      "Nobody answers the service hotline of {commune}, {p}",
    ],
    content: [
      "Tuần rồi tôi gọi đường dây nóng của {commune}, {province} {n} lần để hỏi hồ sơ {a:đất đai|cấp phép xây dựng|trợ cấp}, lần nào cũng đổ chuông {m} hồi rồi tắt. Số niêm yết ở trụ sở vẫn là số của xã cũ.",
      "Last week I called the hotline of {commune}, {province} {n} times about {a:a land file|a building permit|an allowance}; each time it rang {m} times and stopped. The number on the wall is still that of the former commune.",
    ],
    endings: [
      {
        kind: "solved",
        body: [
          "Số cũ đã chuyển hướng về số mới từ ngày {d-1}, bảng niêm yết đã thay. Xã phân công hai người trực trong giờ hành chính; cuộc gọi nhỡ được gọi lại trong hai giờ.",
          "The old number is forwarded since {d-1} and the notice was replaced. Two people are on duty in office hours; missed calls are returned within two hours.",
        ],
        whatChanged: [
          "Chuyển hướng số cũ, thay bảng niêm yết, phân công trực.",
          "Old number forwarded, notice replaced, two people on duty.",
        ],
        measure: ["Cuộc gọi được nghe máy", "Calls answered"],
        unit: ["%", "%"],
        before: "18",
        after: "94",
        evidence: ["Nhật ký tổng đài một tuần", "One week of the exchange's log"],
      },
      {
        kind: "explained",
        body: [
          "Từ đầu tháng, đường dây của xã gộp vào tổng đài chung của tỉnh, trực cả thứ Bảy. Số tổng đài ghi trên giấy hẹn. Hồ sơ của ông/bà đang đúng hạn, ngày trả kết quả không thay đổi.",
          "Since the beginning of the month the commune's line is part of the provincial exchange, staffed on Saturdays too. Its number is on your appointment slip. Your file is in time; the date has not changed.",
        ],
        legalBasis: [
          "Luật Thực hiện dân chủ ở cơ sở 10/2022/QH15, điều 35",
          "Law on Grassroots Democracy 10/2022/QH15, article 35",
        ],
      },
    ],
  },
  {
    id: "street-lights",
    kind: "feedback",
    field: "digital-infrastructure",
    bottleneck: "bottleneck.equipment",
    from: ["resident"],
    to: "province",
    where: "city",
    slots: { n: [6, 24], d: [5, 19] },
    title: [
      "Đèn đường điều khiển từ xa ở {commune}, {p} tắt {d} ngày liền",
      "Remote-controlled street lights in {commune}, {p} dark for {d} days",
    ],
    content: [
      "Tuyến phố tôi ở {commune}, {province} lắp đèn thông minh từ năm ngoái. {d} ngày nay {n} bóng tắt hẳn, ban ngày lại sáng vài bóng. Ứng dụng phản ánh của thành phố báo “đã xử lý” mà chưa ai đến.",
      "My street in {commune}, {province} has had smart lights since last year. For {d} days {n} of them have been dark, and some burn by day. The city's application says “done”, but nobody has come.",
    ],
    endings: [
      {
        kind: "solved",
        body: [
          "Bộ điều khiển của tuyến mất thẻ sim sau khi đổi gói cước. Đã thay ngày {d-1}, {n} bóng sáng lại. Trạng thái “đã xử lý” bị đóng sai; chúng tôi đã bắt buộc kèm ảnh trước khi đóng.",
          "The controller of the street lost its data card after a change of contract. It was replaced on {d-1} and {n} lamps burn again. The report had been closed wrongly; a picture is now needed before closing.",
        ],
        whatChanged: [
          "Thay thẻ dữ liệu của bộ điều khiển; bắt buộc có ảnh khi đóng phản ánh.",
          "New data card; a picture is required to close a report.",
        ],
        measure: ["Bóng đèn tắt trên tuyến", "Dark lamps in the street"],
        unit: ["bóng", "lamps"],
        before: "{n}",
        after: "0",
        evidence: ["Ảnh chụp buổi tối và nhật ký bộ điều khiển", "Evening pictures and the controller's log"],
      },
    ],
  },
];
