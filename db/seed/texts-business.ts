import type { Story } from "./story.ts";

/** Legal obstacles that businesses, laboratories and clinics name. */
export const businessStories: readonly Story[] = [
  {
    id: "similar-contract",
    kind: "barrier",
    field: "commercialisation",
    bottleneck: "bottleneck.institutions",
    from: ["startup"],
    to: "BTC",
    where: "city",
    slots: { n: [2, 5], v: [3, 12] },
    title: [
      "Hồ sơ mời thầu đòi hợp đồng tương tự, sản phẩm mới ở {p} không dự được",
      "Tenders ask for similar contracts, so new products from {p} cannot bid",
    ],
    content: [
      "Chúng tôi ở {province} làm {a:phần mềm nhận dạng bệnh cây|thiết bị đo chất lượng nước|hệ thống tưới tự động}, đã thử ở hai nơi. {n} gói thầu gần đây đều yêu cầu “đã thực hiện hợp đồng tương tự từ {v} tỷ đồng”. Sản phẩm lần đầu ra thị trường thì không ai có hợp đồng tương tự.",
      "We are in {province} and make {a:software that recognises plant disease|a water-quality meter|an automatic irrigation system}, tried in two places. {n} recent tenders all demanded “a similar contract of at least {v} billion dong”. A product that is first on the market can have none.",
    ],
    legalDocument: [
      "Luật Đấu thầu và các mẫu hồ sơ mời thầu ban hành theo luật",
      "Law on Bidding and the standard bidding documents issued under it",
    ],
    legalProvision: [
      "Phần tiêu chuẩn đánh giá về năng lực và kinh nghiệm",
      "Section on criteria of capacity and experience",
    ],
    obstacleClass: 3,
    burden: [
      "Mất khoảng 70 giờ làm một hồ sơ dự thầu rồi bị loại ở vòng kinh nghiệm.",
      "About 70 hours for a bid that falls out at the experience stage.",
    ],
    suggestion: [
      "Đề nghị cho phép thay hợp đồng tương tự bằng kết quả thử nghiệm có kiểm định đối với sản phẩm từ nghiên cứu trong nước.",
      "We ask that products of domestic research may show certified trial results in place of a similar contract.",
    ],
    ask: [
      "Đề nghị công ty cung cấp số thông báo mời thầu của các gói đã bị loại.",
      "Chúng tôi gửi số của hai gói gần nhất, đều mời thầu trong quý này, loại ở tiêu chí kinh nghiệm.",
    ],
    endings: [
      {
        kind: "commitment",
        body: [
          "Vướng mắc nêu ra có cơ sở. Bộ đang sửa mẫu hồ sơ mời thầu: với sản phẩm từ nhiệm vụ khoa học và công nghệ, kết quả thử nghiệm được tính thay cho hợp đồng tương tự. Dự thảo lấy ý kiến doanh nghiệp trong {m+1}.",
          "The obstacle is real. The Ministry is revising the standard documents: for products of research tasks, trial results will count in place of a similar contract. The draft is open to businesses in {m+1}.",
        ],
        promise: [
          "Ban hành mẫu hồ sơ mời thầu sửa đổi cho sản phẩm đổi mới sáng tạo.",
          "Issue revised bidding documents for innovative products.",
        ],
        owner: ["Cục Quản lý đấu thầu, Bộ Tài chính", "Public Procurement Agency, Ministry of Finance"],
        months: 3,
      },
      {
        kind: "explained",
        body: [
          "Với sản phẩm đổi mới sáng tạo lần đầu ra thị trường, bên mời thầu được chỉ yêu cầu năng lực sản xuất, không bắt buộc hợp đồng tương tự. Công ty có quyền kiến nghị bên mời thầu ngay trong thời gian phát hành hồ sơ; thời hạn trả lời ghi trong hồ sơ mời thầu.",
          "For an innovative product new to the market the buyer may ask for production capacity alone. You may object to the tender documents while they are on issue; the time for the buyer's answer stands in them.",
        ],
        legalBasis: [
          "Luật Đấu thầu, quy định về ưu đãi đối với sản phẩm đổi mới sáng tạo",
          "Law on Bidding, preferences for innovative products",
        ],
      },
    ],
  },
  {
    id: "invoice-offline",
    kind: "feedback",
    field: "finance",
    bottleneck: "bottleneck.shared-platforms",
    from: ["household"],
    to: "BTC",
    where: "any",
    slots: { n: [60, 190], t: [2, 5] },
    title: [
      "Hóa đơn điện tử từ máy tính tiền ở {p} treo khi mất mạng",
      "E-invoices from tills in {p} hang when the network fails",
    ],
    content: [
      "Tôi có {a:quán ăn|tiệm tạp hóa|cửa hàng vật tư} tại {commune}, {province}, mỗi ngày chừng {n} hóa đơn. Mạng chập chờn là máy tính tiền treo, khách phải chờ; có lúc {t} hóa đơn bị gửi hai lần. Hỏi hỗ trợ thì bảo “tắt đi bật lại”.",
      "I run {a:an eating place|a grocery|a shop for supplies} in {commune}, {province} with about {n} invoices a day. When the network flickers the till hangs and customers wait; at times {t} invoices go out twice. Support says “switch it off and on”.",
    ],
    endings: [
      {
        kind: "solved",
        body: [
          "Phần mềm bán hàng của ông/bà dùng bản cũ, không có chế độ lưu tạm. Cơ quan thuế đã yêu cầu nhà cung cấp cập nhật miễn phí; máy của cửa hàng được cập nhật ngày {d-2}. Các hóa đơn gửi trùng đã hủy, không tính thuế.",
          "Your till ran an old version without temporary storage. The tax office made the supplier update it free of charge; your till was updated on {d-2}. The doubled invoices are void and not taxed.",
        ],
        whatChanged: [
          "Cập nhật phần mềm có chế độ lưu tạm và hủy hóa đơn trùng.",
          "Software with temporary storage; doubled invoices voided.",
        ],
        measure: ["Hóa đơn gửi trùng", "Doubled invoices"],
        unit: ["hóa đơn/tuần", "a week"],
        before: "{t}",
        after: "0",
        evidence: [
          "Bảng đối chiếu hóa đơn hai tuần sau cập nhật",
          "Comparison of invoices over two weeks after the update",
        ],
      },
      {
        kind: "explained",
        body: [
          "Khi mất mạng, ông/bà vẫn bán bình thường và in phiếu tạm; máy gửi dữ liệu trong ngày khi có mạng trở lại là đúng quy định, không bị phạt. Tổ hỗ trợ hộ kinh doanh của thuế cơ sở sẽ đến hướng dẫn.",
          "When the network is down you may go on selling with temporary slips; sending the data the same day is in order and not fined. The local tax office's support team will come and show you.",
        ],
        legalBasis: ["Quy định về hóa đơn điện tử khởi tạo từ máy tính tiền", "Rules on e-invoices issued from tills"],
      },
    ],
  },
  {
    id: "foreign-signature",
    kind: "barrier",
    field: "institutions",
    bottleneck: "bottleneck.institutions",
    from: ["firm"],
    to: "BKHCN",
    where: "industry",
    slots: { n: [40, 130], d: [12, 25] },
    title: [
      "Chữ ký số nước ngoài trên hợp đồng của nhà máy tại {p} chưa được nhận",
      "Foreign digital signatures on contracts of a plant in {p} are not accepted",
    ],
    content: [
      "Nhà máy chúng tôi tại {commune}, {province} ký khoảng {n} hợp đồng một năm với công ty mẹ bằng chữ ký số nước ngoài. Ngân hàng và cơ quan cấp phép nơi nhận, nơi không, nên phải in ra ký tay và gửi chuyển phát, chậm {d} ngày.",
      "Our plant in {commune}, {province} signs about {n} contracts a year with its parent company by foreign digital signature. Some banks and offices accept them, some do not; we print, sign by hand and send them by courier, {d} days late.",
    ],
    legalDocument: [
      "Luật Giao dịch điện tử 20/2023/QH15; Nghị định 23/2025/NĐ-CP",
      "Law on Electronic Transactions 20/2023/QH15; Decree 23/2025/NĐ-CP",
    ],
    legalProvision: [
      "Quy định về công nhận chữ ký điện tử nước ngoài",
      "Provisions on recognising foreign electronic signatures",
    ],
    provisions: [
      "khoản {a:1|2|3} Điều {b:23|26|28} Luật Giao dịch điện tử 2023",
      "Article {b:23|26|28}, clause {a:1|2|3} of Law No. 20/2023/QH15",
    ],
    hours: "{a:60|90|150}",
    money: "{c:48000000|90000000|156000000}",
    sector: "VSIC-C",
    obstacleClass: 2,
    burden: [
      "Mỗi hợp đồng tốn 1,2 triệu đồng chuyển phát và {d} ngày chờ.",
      "Each contract costs 1.2 million dong for couriers and {d} days of waiting.",
    ],
    suggestion: [
      "Đề nghị công bố danh sách tổ chức chứng thực nước ngoài được công nhận và hướng dẫn chung cho ngân hàng.",
      "We ask for a public list of recognised foreign providers and one guideline for banks.",
    ],
    endings: [
      {
        kind: "explained",
        body: [
          "Pháp luật đã công nhận chữ ký điện tử nước ngoài khi đủ điều kiện và không bắt buộc đăng ký đối với giao dịch giữa các bên thỏa thuận dùng. Danh sách tổ chức được công nhận đăng trên trang của Trung tâm Chứng thực điện tử quốc gia. Chúng tôi đã gửi hướng dẫn đến Ngân hàng Nhà nước để phổ biến.",
          "The law recognises foreign signatures that meet its conditions; parties who agree on their use need no registration. The list of recognised providers is on the site of the National Electronic Authentication Centre. We have sent the guideline to the State Bank for all banks.",
        ],
        legalBasis: [
          "Luật Giao dịch điện tử 20/2023/QH15; Nghị định 23/2025/NĐ-CP",
          "Law on Electronic Transactions 20/2023/QH15; Decree 23/2025/NĐ-CP",
        ],
      },
      {
        kind: "solved",
        body: [
          "Nhà cung cấp chữ ký của công ty mẹ đã được công nhận ngày {d-5}. Chúng tôi đã thông báo cho các ngân hàng và ban quản lý khu công nghiệp; hợp đồng mới không phải in.",
          "The parent company's provider was recognised on {d-5}. Banks and the park's management have been told; new contracts need not be printed.",
        ],
        whatChanged: [
          "Công nhận thêm một tổ chức chứng thực nước ngoài và thông báo cho các bên nhận.",
          "One more foreign provider recognised and all receivers informed.",
        ],
        measure: ["Thời gian hoàn tất một hợp đồng", "Time to complete a contract"],
        unit: ["ngày", "days"],
        before: "{d}",
        after: "1",
        evidence: ["Quyết định công nhận và văn bản thông báo", "Decision of recognition and the notice"],
      },
    ],
  },
  {
    id: "farm-drone",
    kind: "barrier",
    field: "sandbox",
    bottleneck: "bottleneck.institutions",
    from: ["cooperative", "firm"],
    to: "BQP",
    where: "delta",
    slots: { n: [6, 18], ha: [180, 640], d: [7, 14] },
    title: [
      "Máy bay phun thuốc của hợp tác xã ở {p} phải xin phép từng đợt",
      "Crop-spraying drones in {p} need a permit for every round",
    ],
    content: [
      "Chúng tôi phục vụ {ha} ha lúa tại {commune}, {province} bằng {n} máy bay phun thuốc. Sâu bệnh phải phun trong ba ngày, mà phép bay xin từng đợt mất {d} ngày. Nông dân quay lại phun tay, hại sức khỏe.",
      "We serve {ha} ha of rice in {commune}, {province} with {n} spraying drones. Pests must be sprayed within three days, but each permit takes {d} days. Farmers go back to spraying by hand and harm their health.",
    ],
    legalDocument: [
      "Quy định về cấp phép bay đối với phương tiện bay không người lái",
      "Rules on flight permits for unmanned aircraft",
    ],
    obstacleClass: 3,
    burden: [
      "Mỗi vụ lỡ khoảng 15% diện tích; mỗi lần xin phép mất hai buổi đi lại.",
      "About 15% of the area is missed each season; each permit costs two half-days of travel.",
    ],
    suggestion: [
      "Đề nghị cấp phép theo vụ, theo vùng bay thấp dưới 30 m đã đăng ký.",
      "We ask for a permit per season and per registered low zone under 30 m.",
    ],
    endings: [
      {
        kind: "solved",
        body: [
          "Từ ngày {d-7} địa phương được thí điểm cấp phép theo vụ cho máy bay nông nghiệp bay dưới 30 m trong vùng đã đăng ký. Hợp tác xã chỉ báo trước hai giờ qua ứng dụng. Phép của quý đơn vị đã cấp.",
          "Since {d-7} the province has been trying permits per season for farm drones below 30 m in registered zones. You only give two hours' notice in the application. Your permit has been issued.",
        ],
        whatChanged: [
          "Cấp phép bay theo vụ cho máy bay nông nghiệp trong vùng đăng ký.",
          "Flight permits per season for farm drones in registered zones.",
        ],
        measure: ["Thời gian chờ trước mỗi đợt phun", "Wait before each round"],
        unit: ["ngày", "days"],
        before: "{d}",
        after: "0.1",
        evidence: ["Giấy phép theo vụ và nhật ký bay tuần đầu", "Seasonal permit and the first week's flight log"],
      },
      {
        kind: "not_accepted",
        body: [
          "Khu vực nêu trong phản ánh nằm gần hành lang bay nên chưa thể cấp phép theo vụ. Chúng tôi rút thời gian xử lý từng đợt còn ba ngày làm việc và nhận hồ sơ qua mạng. Kính mong quý đơn vị chia sẻ.",
          "The area lies close to a flight corridor, so a permit per season is not possible. We shorten each permit to three working days and take applications online. We ask for your understanding.",
        ],
        reasons: [
          "Khu vực nằm trong phạm vi bảo đảm an toàn bay, phải hiệp đồng từng đợt.",
          "The area lies within a zone of flight safety, where each round must be coordinated.",
        ],
        legalBasis: [
          "Luật Phòng không nhân dân và quy định về quản lý phương tiện bay không người lái",
          "Law on People's Air Defence and rules on unmanned aircraft",
        ],
      },
    ],
  },
  {
    id: "medical-ai",
    kind: "barrier",
    field: "sandbox",
    bottleneck: "bottleneck.institutions",
    from: ["startup"],
    to: "BYT",
    where: "city",
    slots: { n: [7, 14], k: [12, 48] },
    title: [
      "Phần mềm trí tuệ nhân tạo đọc X-quang chưa có đường đăng ký riêng",
      "No registration path for AI software that reads X-rays",
    ],
    content: [
      "Phần mềm của chúng tôi hỗ trợ đọc X-quang phổi, đã thử trên {k} nghìn phim ở {province}. Hồ sơ đăng ký đòi giấy tờ của máy móc (điện, khử khuẩn) không áp dụng cho phần mềm; mỗi lần cập nhật mô hình bị coi là sản phẩm mới. Đã chờ {n} tháng.",
      "Our software helps to read chest X-rays and was tried on {k} thousand films in {province}. Registration asks for papers of machines (electricity, sterilisation) that do not apply to software; each update of the model counts as a new product. We have waited {n} months.",
    ],
    legalDocument: ["Quy định về quản lý thiết bị y tế", "Rules on the management of medical devices"],
    legalProvision: ["Phần phân loại và hồ sơ lưu hành", "Sections on classification and circulation files"],
    obstacleClass: 3,
    burden: [
      "Chi phí hồ sơ khoảng 400 triệu đồng; bệnh viện muốn dùng nhưng không mua được.",
      "About 400 million dong for the file; hospitals want the product and cannot buy it.",
    ],
    suggestion: [
      "Đề nghị nhóm riêng cho phần mềm y tế, cho thử có kiểm soát tại bệnh viện và quy định cập nhật nhỏ chỉ cần thông báo.",
      "We ask for a class of medical software, controlled trials in hospitals, and a notice only for small updates.",
    ],
    endings: [
      {
        kind: "commitment",
        body: [
          "Bộ đồng ý đây là khoảng trống. Trong khi chờ quy định, công ty có thể đăng ký thử nghiệm có kiểm soát tại hai bệnh viện do Bộ chọn, trong 12 tháng. Hồ sơ gửi Cục trước ngày {d+15}.",
          "The Ministry agrees that this is a gap. Until there are rules you may apply for a controlled trial of 12 months in two hospitals that the Ministry names. Send the file before {d+15}.",
        ],
        promise: [
          "Trình quy định về phần mềm y tế, trong đó cập nhật nhỏ chỉ thông báo.",
          "Submit rules on medical software in which small updates need a notice only.",
        ],
        owner: [
          "Cục Hạ tầng và Thiết bị y tế, Bộ Y tế",
          "Department of Medical Infrastructure and Devices, Ministry of Health",
        ],
        months: 6,
      },
    ],
  },
  {
    id: "impact-file",
    kind: "barrier",
    field: "security",
    bottleneck: "bottleneck.institutions",
    from: ["firm", "startup"],
    to: "BCA",
    where: "city",
    slots: { n: [9, 30], h: [60, 140] },
    title: [
      "Hồ sơ đánh giá tác động dữ liệu cá nhân quá nặng với doanh nghiệp nhỏ ở {p}",
      "Personal-data impact files weigh too much on small firms in {p}",
    ],
    content: [
      "Công ty chúng tôi ở {commune}, {province} có {n} người, bán hàng qua mạng. Hồ sơ đánh giá tác động làm theo mẫu của doanh nghiệp lớn, mất {h} giờ, luật sư báo giá 80 triệu đồng. Không rõ doanh nghiệp nhỏ được miễn đến đâu.",
      "Our firm in {commune}, {province} has {n} people and sells online. The impact file follows the form for large companies, takes {h} hours, and a lawyer asks 80 million dong. It is not clear how far small firms are exempt.",
    ],
    legalDocument: ["Luật 91/2025/QH15; Nghị định 356/2025/NĐ-CP", "Law 91/2025/QH15; Decree 356/2025/NĐ-CP"],
    legalProvision: [
      "Quy định về đánh giá tác động và đối tượng được miễn",
      "Provisions on impact assessment and exemptions",
    ],
    provisions: [
      "khoản {a:1|2} Điều {b:24|25|29|31} Nghị định 356/2025/NĐ-CP; Điều {b:17|21} Luật số 91/2025",
      "Article {b:24|25|29|31}, clause {a:1|2} of Decree 356/2025; Article {b:17|21} of Law 91/2025/QH15",
    ],
    hours: "{h}",
    money: "{c:30000000|80000000}",
    sector: "VSIC-K",
    obstacleClass: 2,
    burden: [
      "{h} giờ làm việc và khoảng 80 triệu đồng cho lần đầu.",
      "{h} working hours and about 80 million dong the first time.",
    ],
    suggestion: [
      "Đề nghị có mẫu rút gọn hai trang và bảng hỏi trực tuyến cho doanh nghiệp nhỏ.",
      "We ask for a short form of two pages and an online questionnaire for small firms.",
    ],
    endings: [
      {
        kind: "explained",
        body: [
          "Doanh nghiệp nhỏ và khởi nghiệp được chọn không thực hiện một số nghĩa vụ trong thời gian chuyển tiếp, trừ khi kinh doanh dịch vụ dữ liệu hoặc xử lý dữ liệu nhạy cảm. Theo mô tả, công ty thuộc diện này. Chúng tôi gửi kèm bảng tự kiểm tra một trang.",
          "Small firms and start-ups may choose not to carry out some duties for a transition period, unless they trade in data or process sensitive data. By your description you belong to them. We enclose a self-check of one page.",
        ],
        legalBasis: ["Luật 91/2025/QH15 và Nghị định 356/2025/NĐ-CP", "Law 91/2025/QH15 and Decree 356/2025/NĐ-CP"],
      },
      {
        kind: "solved",
        body: [
          "Mẫu rút gọn và bảng hỏi trực tuyến đã mở ngày {d-4} trên cổng về bảo vệ dữ liệu cá nhân. Doanh nghiệp như quý công ty trả lời 24 câu là xong.",
          "The short form and the online questionnaire opened on {d-4} on the personal-data portal. A firm like yours answers 24 questions.",
        ],
        whatChanged: [
          "Mở mẫu rút gọn và bảng hỏi trực tuyến cho doanh nghiệp nhỏ.",
          "A short form and an online questionnaire for small firms.",
        ],
        measure: ["Thời gian làm hồ sơ lần đầu", "Time for the first file"],
        unit: ["giờ", "hours"],
        before: "{h}",
        after: "3",
        evidence: ["Thời gian hoàn thành trung bình của 50 doanh nghiệp đầu tiên", "Mean time of the first 50 firms"],
      },
    ],
  },
  {
    id: "bank-sandbox",
    kind: "barrier",
    field: "sandbox",
    bottleneck: "bottleneck.institutions",
    from: ["startup"],
    to: "NHNN",
    where: "city",
    slots: { n: [5, 11] },
    title: [
      "Xin thử nghiệm chấm điểm tín dụng bằng dữ liệu nông vụ, không rõ nơi nhận hồ sơ",
      "A trial of credit scoring with crop data: nobody knows who takes the file",
    ],
    content: [
      "Chúng tôi chấm điểm tín dụng cho nông dân bằng dữ liệu mùa vụ để vay không cần thế chấp. Hồ sơ thử nghiệm có kiểm soát nộp {n} tháng, được hỏi bổ sung ba lần mỗi lần một mẫu, không có mốc trả lời.",
      "We score farmers' credit from crop data, for loans without collateral. Our sandbox file has lain {n} months; three times we were asked for additions, each in another form, with no date for an answer.",
    ],
    legalDocument: [
      "Quy định về cơ chế thử nghiệm có kiểm soát trong lĩnh vực ngân hàng",
      "Rules on the regulatory sandbox in banking",
    ],
    provisions: [
      "Điều {a:18|20|22} Luật Khoa học, công nghệ và đổi mới sáng tạo 2025",
      "Article {a:18|20|22} of Law No. 93/2025/QH15",
    ],
    hours: "{b:400|900}",
    obstacleClass: 2,
    burden: [
      "Hai nhân viên làm hồ sơ toàn thời gian; mất cơ hội một vụ lúa.",
      "Two people work on the file full time; one rice season is lost.",
    ],
    suggestion: [
      "Đề nghị một mẫu duy nhất, chỉ hỏi bổ sung một lần và trả lời trong 60 ngày.",
      "We ask for one form, one request for additions, and an answer within 60 days.",
    ],
    endings: [
      {
        kind: "commitment",
        body: [
          "Chúng tôi nhận thiếu sót. Hồ sơ của công ty nay do một đầu mối duy nhất xử lý; mẫu thống nhất công bố trong {m+1}. Kết quả thẩm định trả trước ngày nêu dưới đây.",
          "The shortcoming is ours. One desk now handles your file; the single form will be published in {m+1}. The assessment comes by the date below.",
        ],
        promise: [
          "Trả kết quả thẩm định hồ sơ thử nghiệm và công bố mẫu thống nhất.",
          "Give the result of the assessment and publish the single form.",
        ],
        owner: ["Vụ Thanh toán, Ngân hàng Nhà nước Việt Nam", "Payment Department, State Bank of Vietnam"],
        months: 2,
      },
      {
        kind: "not_accepted",
        body: [
          "Hồ sơ dùng dữ liệu vị trí của nông dân mà chưa có sự đồng ý rõ ràng nên chưa thể tham gia thử nghiệm. Công ty bổ sung mẫu đồng ý theo Luật Bảo vệ dữ liệu cá nhân thì được xét lại, không phải nộp từ đầu.",
          "The file uses farmers' locations without their clear consent and cannot enter the sandbox as it is. With a consent form under the personal-data law it will be looked at again, without starting anew.",
        ],
        reasons: [
          "Chưa có sự đồng ý của chủ thể dữ liệu đối với dữ liệu vị trí.",
          "No consent of the persons concerned for location data.",
        ],
        legalBasis: [
          "Luật 91/2025/QH15; quy định về thử nghiệm có kiểm soát trong lĩnh vực ngân hàng",
          "Law 91/2025/QH15; rules on the sandbox in banking",
        ],
      },
    ],
  },
  {
    id: "used-lab-machine",
    kind: "barrier",
    field: "research",
    bottleneck: "bottleneck.equipment",
    from: ["university", "firm"],
    to: "BCT",
    where: "city",
    slots: { n: [11, 16], v: [2, 9] },
    title: [
      "Không nhập được máy thí nghiệm đã qua sử dụng cho phòng nghiên cứu ở {p}",
      "A used laboratory machine for {p} cannot be imported",
    ],
    content: [
      "Viện chúng tôi ở {province} được đối tác nước ngoài tặng một máy {a:khắc mẫu bán dẫn|quang phổ|hiển vi điện tử} trị giá {v} tỷ đồng, {n} năm tuổi, còn tốt. Quy định chung giới hạn 10 năm, không phân biệt máy sản xuất và máy nghiên cứu.",
      "Our institute in {province} was given a {a:semiconductor etching|spectroscopy|electron microscopy} machine worth {v} billion dong by a foreign partner; it is {n} years old and in good order. The general limit is 10 years, the same for production and research.",
    ],
    legalDocument: [
      "Quyết định về nhập khẩu máy móc, thiết bị đã qua sử dụng",
      "Decision on importing used machinery and equipment",
    ],
    legalProvision: ["Quy định về tuổi thiết bị", "Provision on the age of equipment"],
    obstacleClass: 1,
    burden: [
      "Máy nằm ở cảng bốn tháng, phí lưu kho 22 triệu đồng một tháng.",
      "Four months in port at 22 million dong a month.",
    ],
    suggestion: [
      "Đề nghị miễn giới hạn tuổi đối với thiết bị phục vụ nghiên cứu, có cam kết không đưa vào sản xuất.",
      "We ask to lift the age limit for research equipment, with a pledge not to use it for production.",
    ],
    endings: [
      {
        kind: "solved",
        body: [
          "Thiết bị phục vụ nghiên cứu được xem xét theo trường hợp riêng. Hai bộ đã thống nhất và máy được thông quan ngày {d-3}. Quy trình chung 15 ngày cho viện, trường đã công bố.",
          "Research equipment may be treated as a special case. Two ministries agreed and the machine was cleared on {d-3}. A procedure of 15 days for institutes and universities is now public.",
        ],
        whatChanged: [
          "Cho phép nhập máy và công bố quy trình riêng cho thiết bị nghiên cứu.",
          "The machine was admitted and a procedure for research equipment published.",
        ],
        measure: ["Thời gian xử lý một hồ sơ nhập thiết bị nghiên cứu", "Time for one file on research equipment"],
        unit: ["ngày", "days"],
        before: "120",
        after: "15",
        evidence: ["Văn bản cho phép và quy trình đã công bố", "The permission and the published procedure"],
      },
      {
        kind: "referred",
        body: [
          "Việc cho phép nhập thiết bị quá tuổi phục vụ nghiên cứu do Bộ Khoa học và Công nghệ xem xét. Chúng tôi đã chuyển hồ sơ ngày {d-1} kèm ý kiến đồng thuận.",
          "Permission for older research equipment is given by the Ministry of Science and Technology. We passed the file on {d-1} with our consent.",
        ],
        referredTo: ["Bộ Khoa học và Công nghệ", "Ministry of Science and Technology"],
        legalBasis: ["Nghị định 20/2008/NĐ-CP, điều 9 khoản 1 điểm d", "Decree 20/2008/NĐ-CP, article 9.1.d"],
      },
    ],
  },
  {
    id: "lodging-twice",
    kind: "barrier",
    field: "procedures",
    bottleneck: "bottleneck.data",
    from: ["firm", "household"],
    to: "BVHTTDL",
    where: "coast",
    slots: { n: [14, 60], m: [40, 95] },
    title: [
      "Cơ sở lưu trú ở {p} khai cùng một khách vào hai hệ thống",
      "Hotels in {p} report the same guest to two systems",
    ],
    content: [
      "Chúng tôi có {n} phòng tại {commune}, {province}. Mỗi khách phải khai lưu trú trên một ứng dụng rồi nhập lại số liệu vào phần mềm thống kê du lịch cuối ngày, mất {m} phút. Số liệu hai bên lệch nhau thì bị nhắc.",
      "We have {n} rooms in {commune}, {province}. Each guest is reported in one application and typed again into the tourism statistics at the end of the day: {m} minutes. When the two differ we are warned.",
    ],
    legalDocument: [
      "Quy định về thông báo lưu trú và chế độ báo cáo thống kê du lịch",
      "Rules on reporting residence and on tourism statistics",
    ],
    obstacleClass: 1,
    burden: ["{m} phút mỗi ngày, khoảng 300 giờ một năm.", "{m} minutes a day, some 300 hours a year."],
    suggestion: [
      "Đề nghị lấy số liệu thống kê từ dữ liệu lưu trú đã khai, bỏ báo cáo ngày.",
      "We ask that statistics be drawn from the residence data and the daily report dropped.",
    ],
    endings: [
      {
        kind: "solved",
        body: [
          "Từ ngày {d-6} số liệu du lịch của tỉnh lấy tự động từ dữ liệu lưu trú, đã bỏ thông tin cá nhân. Báo cáo ngày được bãi bỏ; cơ sở chỉ xác nhận con số hằng tháng.",
          "Since {d-6} the tourism figures of the province come from the residence data, stripped of personal details. The daily report is abolished; you only confirm the monthly figure.",
        ],
        whatChanged: [
          "Bỏ báo cáo ngày, lấy số liệu tự động từ dữ liệu lưu trú.",
          "Daily report dropped; figures come from residence data.",
        ],
        measure: ["Thời gian báo cáo", "Time for reporting"],
        unit: ["phút/ngày", "minutes a day"],
        before: "{m}",
        after: "0",
        evidence: [
          "Văn bản bãi bỏ báo cáo ngày và số liệu tháng đầu",
          "The letter ending the daily report and the first month's data",
        ],
      },
    ],
  },
  {
    id: "chip-experts",
    kind: "barrier",
    field: "human-resources",
    bottleneck: "bottleneck.human-resources",
    from: ["firm"],
    to: "BNV",
    where: "industry",
    slots: { n: [4, 12], w: [6, 13] },
    title: [
      "Giấy phép lao động cho chuyên gia bán dẫn đến {p} mất {w} tuần",
      "Work permits for chip experts coming to {p} take {w} weeks",
    ],
    content: [
      "Nhà máy đóng gói chip của chúng tôi ở {province} cần {n} chuyên gia nước ngoài sang lắp dây chuyền ba tháng. Giấy xác nhận kinh nghiệm phải hợp pháp hóa lãnh sự ở nước ngoài, tổng cộng {w} tuần, dài hơn thời gian lắp.",
      "Our chip packaging plant in {province} needs {n} foreign experts for three months to set up a line. Their proof of experience must be legalised abroad: {w} weeks in all, almost as long as the work itself.",
    ],
    legalDocument: [
      "Quy định về người lao động nước ngoài làm việc tại Việt Nam",
      "Rules on foreign workers in Viet Nam",
    ],
    legalProvision: ["Quy định về giấy tờ chứng minh chuyên gia", "Provision on proof of expert status"],
    provisions: [
      "khoản {a:1|2|3} Điều {b:151|152|154|155} Bộ luật Lao động 2019",
      "Article {b:151|152|154|155}, clause {a:1|2|3} of Code No. 45/2019/QH14",
    ],
    money: "{c:1500000000|3000000000}",
    sector: "VSIC-C",
    obstacleClass: 3,
    burden: ["Mỗi tuần chậm mất khoảng 1,5 tỷ đồng.", "Each week of delay costs about 1.5 billion dong."],
    suggestion: [
      "Đề nghị luồng nhanh cho chuyên gia công nghệ chiến lược: nhận xác nhận điện tử của nhà sản xuất thiết bị.",
      "We ask for a fast lane for experts in strategic technologies, with an electronic statement of the equipment maker.",
    ],
    endings: [
      {
        kind: "solved",
        body: [
          "Theo quy định hiện hành, chuyên gia vào làm dưới 90 ngày trong lĩnh vực công nghệ chiến lược chỉ cần thông báo trước. Sở Nội vụ đã nhận thông báo của công ty ngày {d-4} và xác nhận trong hai ngày.",
          "Under the rules in force, experts in strategic technologies who stay less than 90 days need only a notice. The Department of Home Affairs took your notice on {d-4} and confirmed it within two days.",
        ],
        whatChanged: [
          "Áp dụng thủ tục thông báo thay giấy phép cho chuyên gia ngắn hạn.",
          "A notice in place of a permit for short-term experts.",
        ],
        measure: ["Thời gian làm thủ tục", "Time for the procedure"],
        unit: ["tuần", "weeks"],
        before: "{w}",
        after: "0.5",
        evidence: ["Giấy xác nhận của Sở Nội vụ", "Confirmation of the Department of Home Affairs"],
      },
      {
        kind: "explained",
        body: [
          "Chuyên gia nhóm này thuộc diện không phải cấp giấy phép nếu có xác nhận của bộ quản lý ngành. Trình tự và mẫu xác nhận gửi kèm; thời hạn là năm ngày làm việc. Công ty không phải hợp pháp hóa giấy kinh nghiệm.",
          "Experts of this group need no permit if the ministry of their field confirms them. The steps and the form are enclosed; the limit is five working days. Proof of experience need not be legalised.",
        ],
        legalBasis: [
          "Bộ luật Lao động 45/2019/QH14 và nghị định về người lao động nước ngoài",
          "Labour Code 45/2019/QH14 and the decree on foreign workers",
        ],
      },
    ],
  },
  {
    id: "double-audit",
    kind: "barrier",
    field: "security",
    bottleneck: "bottleneck.institutions",
    from: ["firm"],
    to: "TTCP",
    where: "industry",
    slots: { n: [2, 4], d: [9, 22] },
    title: [
      "Hai đoàn kiểm tra an toàn thông tin cùng nội dung trong một quý tại {p}",
      "Two security inspections on the same matter in one quarter in {p}",
    ],
    content: [
      "Trung tâm dữ liệu của chúng tôi tại {province} tiếp {n} đoàn kiểm tra an toàn thông tin trong một quý. Câu hỏi giống nhau đến 80%, mỗi đoàn đòi hồ sơ giấy riêng. Đội kỹ thuật mất {d} ngày làm hồ sơ thay vì vá lỗi.",
      "Our data centre in {province} received {n} security inspections in one quarter. Eighty per cent of the questions were the same, and each wanted its own paper file. The engineers spent {d} days on files instead of patches.",
    ],
    legalDocument: [
      "Quy định về thanh tra, kiểm tra doanh nghiệp và về bảo đảm an toàn hệ thống thông tin",
      "Rules on inspecting enterprises and on the security of information systems",
    ],
    provisions: ["Điều {a:12|16|38|44} Nghị định 224/2026/NĐ-CP", "Article {a:12|16|38|44} of Decree 224/2026"],
    hours: "{b:240|420|700}",
    sector: "VSIC-K",
    obstacleClass: 1,
    burden: ["{d} ngày công của sáu kỹ sư mỗi lần.", "{d} days of six engineers each time."],
    suggestion: [
      "Đề nghị dùng chung kết quả kiểm tra trong 12 tháng và một bộ câu hỏi thống nhất.",
      "We ask that results be shared for 12 months and one set of questions be used.",
    ],
    endings: [
      {
        kind: "solved",
        body: [
          "Thanh tra Chính phủ đã rà chồng chéo với các bộ: đợt kiểm tra tới của quý công ty được gộp làm một, kết quả dùng chung 12 tháng. Kế hoạch điều chỉnh ban hành ngày {d-5}.",
          "The Government Inspectorate has compared plans with the ministries: your next inspections become one, and the result serves all for 12 months. The changed plan was issued on {d-5}.",
        ],
        whatChanged: [
          "Gộp các đoàn kiểm tra và dùng chung kết quả 12 tháng.",
          "Inspections merged; results shared for 12 months.",
        ],
        measure: ["Đoàn kiểm tra cùng nội dung trong năm", "Inspections on one matter in a year"],
        unit: ["đoàn", "inspections"],
        before: "{n}",
        after: "1",
        evidence: ["Quyết định điều chỉnh kế hoạch thanh tra", "Decision changing the inspection plan"],
      },
    ],
  },
  {
    id: "e-notary",
    kind: "barrier",
    field: "institutions",
    bottleneck: "bottleneck.institutions",
    from: ["firm", "association"],
    to: "BTP",
    where: "city",
    slots: { n: [60, 210], d: [3, 8] },
    title: [
      "Hợp đồng thế chấp điện tử ở {p} vẫn phải in ra công chứng",
      "Electronic mortgage contracts in {p} still have to be printed for the notary",
    ],
    content: [
      "Chúng tôi ký {n} hợp đồng thế chấp điện tử một tháng tại {province}. Đến bước công chứng phải in ra, ký lại, quét lên. Công chứng điện tử có trong luật nhưng tổ chức hành nghề nói chưa kết nối được.",
      "We sign {n} electronic mortgage contracts a month in {province}. For the notary they are printed, signed again and scanned. Electronic notarisation is in the law, but the notaries say they are not connected.",
    ],
    legalDocument: [
      "Luật Công chứng và quy định về công chứng điện tử",
      "Law on Notarisation and rules on electronic notarisation",
    ],
    obstacleClass: 2,
    burden: ["Mỗi hợp đồng chậm {d} ngày.", "Each contract is {d} days late."],
    suggestion: [
      "Đề nghị công bố danh sách nơi đã công chứng điện tử được và hạn kết nối cho các nơi còn lại.",
      "We ask for a list of notaries who can do it and a date for the others.",
    ],
    endings: [
      {
        kind: "commitment",
        body: [
          "Hiện có 38 tổ chức hành nghề công chứng đã kết nối, danh sách đăng trên trang của Bộ ngày {d-2}. Các tổ chức còn lại ở thành phố lớn phải xong trước hạn dưới đây.",
          "38 notary offices are connected; the list is on the Ministry's site since {d-2}. The others in large cities must follow by the date below.",
        ],
        promise: [
          "Kết nối công chứng điện tử cho mọi tổ chức hành nghề tại các thành phố trực thuộc trung ương.",
          "Connect every notary office in the centrally run cities.",
        ],
        owner: ["Cục Bổ trợ tư pháp, Bộ Tư pháp", "Department of Judicial Support, Ministry of Justice"],
        months: 5,
      },
    ],
  },
  {
    id: "startup-premises",
    kind: "barrier",
    field: "innovation",
    bottleneck: "bottleneck.finance",
    from: ["startup", "cooperative"],
    to: "province",
    where: "any",
    slots: { n: [3, 7], m: [60, 400] },
    title: [
      "Thuê nhà công bỏ trống làm xưởng khởi nghiệp ở {p}: {n} sở, {n} câu trả lời",
      "An empty public building for a start-up in {p}: {n} departments, {n} answers",
    ],
    content: [
      "Sau sắp xếp, trụ sở cũ {m} m² ở {commune}, {province} bỏ trống. Chúng tôi xin thuê làm xưởng {a:chế biến nông sản|thiết kế phần mềm|sửa chữa máy bay không người lái}, hỏi {n} sở thì mỗi nơi viện một quy định, không ai nhận hồ sơ.",
      "Since the merger a former office of {m} m² in {commune}, {province} stands empty. We asked to rent it as a workshop for {a:processing farm produce|software|repairing drones}; {n} departments each named another rule and none took the file.",
    ],
    legalDocument: [
      "Luật Quản lý, sử dụng tài sản công và nghị quyết của hội đồng nhân dân tỉnh",
      "Law on Management and Use of Public Assets and the provincial resolution",
    ],
    obstacleClass: 1,
    burden: [
      "Tám lần đi lại trong ba tháng; thuê ngoài 14 triệu đồng một tháng.",
      "Eight trips in three months; 14 million dong a month for rent elsewhere.",
    ],
    suggestion: [
      "Đề nghị một đầu mối nhận hồ sơ và bảng giá thuê công khai cho khởi nghiệp.",
      "We ask for one desk that takes the file and a public price list for start-ups.",
    ],
    endings: [
      {
        kind: "solved",
        body: [
          "Ủy ban nhân dân tỉnh giao Sở Tài chính làm đầu mối. Danh sách 21 trụ sở trống và giá thuê đăng ngày {d-3}; đơn của quý đơn vị được duyệt thuê hai năm.",
          "The People's Committee has named the Department of Finance as the one desk. A list of 21 empty offices with prices is public since {d-3}; your lease of two years is approved.",
        ],
        whatChanged: [
          "Giao một đầu mối, công bố danh sách và giá thuê, duyệt hợp đồng thuê.",
          "One desk, a public list with prices, and your lease approved.",
        ],
        measure: ["Số cơ quan phải hỏi", "Departments to ask"],
        unit: ["cơ quan", "departments"],
        before: "{n}",
        after: "1",
        evidence: [
          "Quyết định giao đầu mối và danh sách đăng công khai",
          "Decision naming the desk, and the public list",
        ],
      },
      {
        kind: "not_accepted",
        body: [
          "Trụ sở này đã có phương án chuyển thành điểm trường nên không cho thuê được. Chúng tôi gửi kèm ba địa chỉ khác trong bán kính 8 km còn trống, có thể thuê theo giá ưu đãi.",
          "This office will become a school and cannot be rented. We enclose three other empty addresses within 8 km at a reduced price.",
        ],
        reasons: [
          "Trụ sở đã được phê duyệt chuyển mục đích thành điểm trường.",
          "The office has been approved for use as a school.",
        ],
        legalBasis: [
          "Luật Quản lý, sử dụng tài sản công; phương án xử lý nhà, đất đã duyệt",
          "Law on Management and Use of Public Assets; approved plan for public buildings",
        ],
      },
    ],
  },
];
