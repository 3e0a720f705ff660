import type { Story } from "./story.ts";

/** Land, health, school and money: data that should meet and do not. */
export const dataStories: readonly Story[] = [
  {
    id: "land-mismatch",
    kind: "feedback",
    field: "data",
    bottleneck: "bottleneck.data",
    from: ["farmer", "resident"],
    to: "province",
    where: "any",
    slots: { n: [120, 890], p1: [12, 40] },
    title: [
      "Dữ liệu đất đai số hóa ghi sai diện tích thửa ở {commune}, {p}",
      "Digitised land data show a wrong area in {commune}, {p}",
    ],
    content: [
      "Giấy chứng nhận của gia đình tôi ghi {n} m² đất ở, nhưng tra cứu trên hệ thống đất đai của {province} chỉ còn một phần, phần còn lại mang tên người khác. Thửa đất ở {commune}. {a:Tôi không vay được vốn.|Tôi không tách thửa cho con được.} Đề nghị đối chiếu lại với bản gốc.",
      "My family's certificate says {n} m² of residential land, but the land system of {province} shows only part of it; the rest stands in another name. The plot is in {commune}. {a:I cannot get a loan.|I cannot divide the plot for my child.} Please compare it with the original.",
    ],
    ask: [
      "Đề nghị ông/bà mang giấy chứng nhận đến chi nhánh văn phòng đăng ký đất đai để chụp, hoặc cho biết số tờ bản đồ, số thửa.",
      "Tôi đã mang giấy ra chi nhánh sáng nay, cán bộ đã chụp và ghi biên nhận.",
    ],
    endings: [
      {
        kind: "solved",
        body: [
          "Khi số hóa, nhân viên nhập nhầm hai thửa liền kề. Văn phòng đăng ký đất đai đã đối chiếu hồ sơ gốc, sửa dữ liệu ngày {d-2} và kiểm tra thêm {p1} thửa cùng đợt nhập. Ông/bà có thể tra cứu lại.",
          "Two neighbouring plots were mixed up at data entry. The land registration office compared the originals, corrected the data on {d-2} and checked {p1} more plots of the same batch. You can look it up again.",
        ],
        whatChanged: [
          "Sửa dữ liệu thửa đất và rà soát các thửa nhập cùng đợt.",
          "The plot's data were corrected and its batch reviewed.",
        ],
        measure: ["Thửa sai trong đợt nhập đã rà soát", "Wrong plots left in the reviewed batch"],
        unit: ["thửa", "plots"],
        before: "{p1}",
        after: "0",
        evidence: [
          "Biên bản đối chiếu hồ sơ gốc của Văn phòng đăng ký đất đai",
          "Record of the comparison with the originals",
        ],
      },
      {
        kind: "explained",
        body: [
          "Phần diện tích ông/bà nêu thuộc hành lang đường đã thu hồi theo quyết định năm trước, nên hệ thống hiển thị đúng. Bản sao quyết định và sơ đồ gửi kèm tại chi nhánh. Nếu không đồng ý, ông/bà có quyền khiếu nại theo Luật Khiếu nại.",
          "The area you name lies in a road corridor recovered by a decision of last year, so the system is right. Copies of the decision and the plan are at the branch office. If you disagree, you may lodge a complaint under the Law on Complaints.",
        ],
        legalBasis: ["Luật Đất đai; Luật Khiếu nại 02/2011/QH13", "Land Law; Law on Complaints 02/2011/QH13"],
      },
    ],
  },
  {
    id: "health-book",
    kind: "feedback",
    field: "data",
    bottleneck: "bottleneck.data",
    from: ["resident", "elder"],
    to: "BYT",
    where: "any",
    slots: { n: [2, 6], w: [7, 21] },
    title: [
      "Sổ sức khỏe điện tử không hiện kết quả khám ở {p}",
      "The electronic health book shows no results from {p}",
    ],
    content: [
      "Tôi khám {n} lần tại bệnh viện ở {commune}, {province} trong ba tháng. Sổ sức khỏe điện tử vẫn trống sau {w} ngày. {a:Lên tuyến trên phải xét nghiệm lại, tốn tiền và đau.|Bác sĩ tuyến trên không xem được phim chụp cũ.}",
      "I was examined {n} times in a hospital in {commune}, {province} within three months. After {w} days the electronic health book is still empty. {a:In the higher hospital all tests were done again, for money and pain.|The doctors of the higher hospital could not see the old X-rays.}",
    ],
    endings: [
      {
        kind: "solved",
        body: [
          "Bệnh viện gửi dữ liệu theo mã cơ sở cũ trước sắp xếp nên bị loại. Mã mới đã cập nhật ngày {d-3} và dữ liệu sáu tháng đã gửi lại. Ông/bà kéo làm mới ứng dụng để xem.",
          "The hospital sent its data under the code it had before the merger, and they were rejected. The new code is in place since {d-3} and six months of data were sent again. Refresh the application to see them.",
        ],
        whatChanged: [
          "Cập nhật mã cơ sở và gửi lại dữ liệu sáu tháng.",
          "New facility code; six months of data sent again.",
        ],
        measure: ["Lượt khám hiện trên sổ sau 24 giờ", "Visits shown within 24 hours"],
        unit: ["%", "%"],
        before: "0",
        after: "97",
        evidence: ["Báo cáo đối soát giữa bệnh viện và hệ thống", "Reconciliation of hospital and system"],
      },
      {
        kind: "commitment",
        body: [
          "Cơ sở này chưa hoàn thành bệnh án điện tử nên chưa gửi được kết quả. Bộ đã yêu cầu hoàn thành và sẽ kiểm tra tại chỗ.",
          "This facility has not finished its electronic records and cannot send results yet. The Ministry has set a date and will check on site.",
        ],
        promise: [
          "Bệnh viện gửi kết quả khám lên sổ sức khỏe điện tử trong 24 giờ.",
          "The hospital sends results to the health book within 24 hours.",
        ],
        owner: ["Trung tâm Thông tin y tế Quốc gia", "National Health Information Centre"],
        months: 2,
      },
    ],
  },
  {
    id: "shared-lab-results",
    kind: "proposal",
    field: "data",
    bottleneck: "bottleneck.data",
    from: ["hospital"],
    to: "BYT",
    where: "any",
    slots: { n: [180, 520], p1: [21, 36] },
    title: [
      "Liên thông kết quả xét nghiệm giữa các bệnh viện ở {p}",
      "Share laboratory results between hospitals in {p}",
    ],
    content: [
      "Bệnh viện chúng tôi ở {province} nhận khoảng {n} người chuyển tuyến mỗi tuần. Khoảng {p1}% xét nghiệm phải làm lại vì không xem được kết quả của nơi chuyển hoặc không được thanh toán nếu dùng lại.",
      "Our hospital in {province} takes about {n} referred patients a week. About {p1}% of tests are repeated, because the other hospital's result cannot be seen or is not paid for when it is used again.",
    ],
    suggestion: [
      "Đề nghị quy định danh mục xét nghiệm được công nhận lẫn nhau, có hạn dùng, và cho thanh toán phí đọc lại kết quả.",
      "We propose a list of tests that hospitals recognise from each other, with a validity period, and a fee for reading an existing result.",
    ],
    endings: [
      {
        kind: "commitment",
        body: [
          "Bộ đã lập danh mục 48 xét nghiệm dự kiến công nhận lẫn nhau và đang thống nhất với cơ quan bảo hiểm xã hội về thanh toán. Dự thảo đăng lấy ý kiến trong {m+1}.",
          "The Ministry has listed 48 tests for mutual recognition and is agreeing payment with the social insurance agency. The draft will be open for comment in {m+1}.",
        ],
        promise: ["Ban hành danh mục xét nghiệm công nhận lẫn nhau.", "Issue the list of mutually recognised tests."],
        owner: ["Cục Quản lý Khám, chữa bệnh, Bộ Y tế", "Medical Services Administration, Ministry of Health"],
        months: 4,
      },
    ],
  },
  {
    id: "school-records",
    kind: "feedback",
    field: "shared-platforms",
    bottleneck: "bottleneck.shared-platforms",
    from: ["teacher", "official"],
    to: "BGDĐT",
    where: "any",
    slots: { n: [3, 5], s: [28, 46], h: [9, 16] },
    title: [
      "Giáo viên ở {p} nhập một học bạ vào {n} phần mềm",
      "Teachers in {p} type one school report into {n} programs",
    ],
    content: [
      "Lớp tôi ở {commune}, {province} có {s} học sinh. Mỗi kỳ tôi nhập điểm vào {n} phần mềm: của trường, của sở và cơ sở dữ liệu ngành. Các phần mềm không xuất, nhập được cho nhau. Mất khoảng {h} giờ một kỳ, dễ sai.",
      "My class in {commune}, {province} has {s} pupils. Each term I type marks into {n} programs: the school's, the department's and the sector's database. They cannot exchange files. It takes about {h} hours a term and invites mistakes.",
    ],
    endings: [
      {
        kind: "commitment",
        body: [
          "Học bạ số sẽ chỉ nhập một lần tại phần mềm của trường, tự gửi lên cơ sở dữ liệu ngành theo định dạng chung. Nhà cung cấp không đáp ứng sẽ không được dùng từ học kỳ tới.",
          "The digital school report will be entered once, in the school's program, and sent to the sector's database in one format. Suppliers that cannot do it will not be used from next term.",
        ],
        promise: [
          "Bỏ việc nhập trùng: một lần nhập, tự đồng bộ.",
          "No double entry: one entry that synchronises itself.",
        ],
        owner: [
          "Cục Khoa học, Công nghệ và Thông tin, Bộ Giáo dục và Đào tạo",
          "Department of Science, Technology and Information, Ministry of Education and Training",
        ],
        months: 4,
      },
      {
        kind: "solved",
        body: [
          "Sở Giáo dục và Đào tạo đã mở kết nối tự động cho các trường của địa phương từ ngày {d-6}. Giáo viên chỉ nhập một nơi. Hướng dẫn đã gửi về trường.",
          "The Department of Education has opened the automatic connection for its schools since {d-6}. Teachers enter marks in one place. The guide is with the school.",
        ],
        whatChanged: [
          "Mở kết nối tự động giữa phần mềm của trường và cơ sở dữ liệu ngành.",
          "An automatic connection from the school's program to the sector's database.",
        ],
        measure: ["Số nơi giáo viên phải nhập điểm", "Places where marks are entered"],
        unit: ["phần mềm", "programs"],
        before: "{n}",
        after: "1",
        evidence: ["Thông báo của Sở và nhật ký đồng bộ tuần đầu", "The department's notice and the first week's log"],
      },
    ],
  },
  {
    id: "open-tenders",
    kind: "proposal",
    field: "data",
    bottleneck: "bottleneck.data",
    from: ["association", "startup", "university"],
    to: "BTC",
    where: "nowhere",
    slots: { n: [90, 240] },
    title: ["Công bố dữ liệu đấu thầu ở dạng máy đọc được", "Publish procurement data in machine-readable form"],
    content: [
      "Chúng tôi theo dõi gói thầu công nghệ cho {n} doanh nghiệp nhỏ. Kết quả lựa chọn nhà thầu công bố dạng ảnh quét, muốn thống kê phải gõ tay. Doanh nghiệp nhỏ vì thế biết muộn và ít dự thầu.",
      "We follow technology tenders for {n} small firms. Awards are published as scanned pictures; any statistic must be typed by hand. Small firms therefore learn late and bid little.",
    ],
    suggestion: [
      "Đề nghị công bố hằng ngày tệp CSV và JSON theo chuẩn dữ liệu hợp đồng mở, gồm cả gói thầu đặt hàng nghiên cứu.",
      "We propose daily CSV and JSON files in the open contracting standard, commissioned research included.",
    ],
    endings: [
      {
        kind: "solved",
        body: [
          "Từ ngày {d-3} Hệ thống mạng đấu thầu có mục dữ liệu mở, cập nhật lúc 6 giờ hằng ngày, kèm mô tả trường. Dữ liệu từ đầu năm đã có đủ.",
          "Since {d-3} the procurement network has an open-data section, refreshed daily at 6:00, with a description of the fields. All data since January are there.",
        ],
        whatChanged: [
          "Mở mục dữ liệu mở về đấu thầu, cập nhật hằng ngày.",
          "An open-data section on procurement, refreshed daily.",
        ],
        measure: ["Gói thầu có dữ liệu máy đọc được", "Tenders with machine-readable data"],
        unit: ["%", "%"],
        before: "0",
        after: "100",
        evidence: ["Trang dữ liệu mở và nhật ký cập nhật", "The open-data page and its update log"],
      },
      {
        kind: "commitment",
        body: [
          "Chúng tôi nhất trí. Đợt đầu công bố kế hoạch và kết quả lựa chọn nhà thầu; hợp đồng và thanh toán ở đợt sau vì cần rà thông tin mật kinh doanh.",
          "We agree. Plans and awards come first; contracts and payments follow, as business secrets have to be checked.",
        ],
        promise: [
          "Công bố dữ liệu kế hoạch và kết quả lựa chọn nhà thầu dạng CSV, JSON.",
          "Publish plans and awards as CSV and JSON.",
        ],
        owner: ["Cục Quản lý đấu thầu, Bộ Tài chính", "Public Procurement Agency, Ministry of Finance"],
        months: 2,
      },
    ],
  },
  {
    id: "fingerprint-elder",
    kind: "feedback",
    field: "procedures",
    bottleneck: "bottleneck.equipment",
    from: ["elder", "farmer"],
    to: "NHNN",
    where: "delta",
    slots: { n: [3, 6], km: [6, 18] },
    title: [
      "Người già ở {p} không xác thực được sinh trắc học để nhận trợ cấp",
      "Older people in {p} fail the biometric check for their allowance",
    ],
    content: [
      "Bà tôi {a:81|79|84} tuổi, làm ruộng nên vân tay mòn, mắt kém. Ứng dụng ngân hàng đòi quét mặt, thử {n} lần không được. Trợ cấp xã hội nằm trong tài khoản mà không rút được, phòng giao dịch cách nhà {km} km. Gia đình ở {commune}, {province}.",
      "My grandmother is {a:81|79|84}; field work has worn her fingerprints and her eyes are weak. The bank's application wants a face scan, which failed {n} times. Her allowance lies in the account and she cannot use it; the branch is {km} km away. We live in {commune}, {province}.",
    ],
    endings: [
      {
        kind: "explained",
        body: [
          "Người không quét được sinh trắc học có quyền xác thực tại quầy hoặc đề nghị ngân hàng đến nhà. Rút dưới mức quy định không cần quét mặt. Ngân hàng Nhà nước chi nhánh khu vực đã yêu cầu phòng giao dịch liên hệ gia đình trong tuần.",
          "Who cannot be scanned may prove identity at the counter or ask the bank to come home. Small withdrawals need no face scan. The regional branch of the State Bank has told the local office to contact the family this week.",
        ],
        legalBasis: [
          "Quy định của Ngân hàng Nhà nước về an toàn giao dịch thanh toán trực tuyến",
          "State Bank rules on the safety of online payments",
        ],
      },
      {
        kind: "solved",
        body: [
          "Ngân hàng đã xác thực cho bà tại nhà ngày {d-4} và lập danh sách người cao tuổi trong xã cần hỗ trợ. Từ nay mỗi tháng có một buổi giao dịch lưu động ở nhà văn hóa.",
          "The bank verified her at home on {d-4} and listed the older people of the commune who need help. There is now a mobile counter in the community house once a month.",
        ],
        whatChanged: [
          "Xác thực tại nhà và mở điểm giao dịch lưu động hằng tháng.",
          "Verification at home and a monthly mobile counter.",
        ],
        measure: ["Quãng đường để nhận trợ cấp", "Distance to collect the allowance"],
        unit: ["km", "km"],
        before: "{km}",
        after: "1",
        evidence: [
          "Biên bản giao dịch lưu động có xác nhận của xã",
          "Record of the mobile counter, confirmed by the commune",
        ],
      },
    ],
  },
  {
    id: "waste-equipment",
    kind: "feedback",
    field: "waste",
    bottleneck: "bottleneck.finance",
    from: ["resident", "official"],
    to: "TTCP",
    where: "any",
    slots: { n: [2, 6], m: [380, 960] },
    title: [
      "Thiết bị họp trực tuyến mua về để kho ở {commune}, {p}",
      "Video-meeting equipment left in store in {commune}, {p}",
    ],
    content: [
      "Tại trụ sở cũ ở {commune}, {province} còn {n} bộ thiết bị họp trực tuyến mua khoảng {m} triệu đồng, {a:chưa bóc hộp|niêm phong từ ngày sắp xếp}, trong khi trụ sở mới lại lập dự toán mua thêm. Đề nghị kiểm tra để tránh lãng phí.",
      "In the former office in {commune}, {province} stand {n} sets of video equipment bought for about {m} million dong, {a:still in their boxes|under seal since the merger}, while the new office budgets for more. Please check, to avoid waste.",
    ],
    endings: [
      {
        kind: "referred",
        body: [
          "Nội dung thuộc thẩm quyền quản lý tài sản công của địa phương. Chúng tôi đã chuyển Ủy ban nhân dân {province} ngày {d-1}, yêu cầu kiểm kê và trả lời ông/bà. Thanh tra Chính phủ theo dõi kết quả.",
          "Public assets are managed by the local authorities. We passed the matter to the People's Committee of {province} on {d-1}, asking it to take stock and answer you. The Government Inspectorate follows the result.",
        ],
        referredTo: ["Ủy ban nhân dân {province}", "People's Committee of {province}"],
        legalBasis: [
          "Luật Quản lý, sử dụng tài sản công; Nghị định 266/2026/NĐ-CP",
          "Law on Management and Use of Public Assets; Decree 266/2026/NĐ-CP",
        ],
      },
      {
        kind: "solved",
        body: [
          "Kiểm tra ngày {d-6} xác nhận phản ánh đúng. {n} bộ thiết bị đã chuyển cho các xã thiếu, dự toán mua mới bị cắt. Kết quả được công khai tại trụ sở xã.",
          "An inspection on {d-6} confirmed the report. The {n} sets went to communes in need and the new purchase was struck from the budget. The result is posted at the commune's office.",
        ],
        whatChanged: [
          "Điều chuyển thiết bị và cắt dự toán mua mới.",
          "Equipment moved to where it is needed; new purchase cancelled.",
        ],
        measure: ["Dự toán mua mới bị cắt", "New purchase cancelled"],
        unit: ["triệu đồng", "million dong"],
        before: "0",
        after: "{m}",
        evidence: [
          "Biên bản kiểm tra và quyết định điều chuyển tài sản",
          "Inspection record and decision to move the assets",
        ],
      },
    ],
  },
];
