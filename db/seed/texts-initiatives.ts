import type { Story } from "./story.ts";

/** Initiatives and solutions: what somebody has tried and offers to others. */
export const initiativeStories: readonly Story[] = [
  {
    id: "salinity-sensors",
    kind: "initiative",
    field: "research",
    bottleneck: "bottleneck.equipment",
    from: ["cooperative", "startup"],
    to: "BNNMT",
    where: "delta",
    slots: { n: [12, 40], ha: [220, 900], l: [8, 22] },
    title: ["Phao đo độ mặn giá rẻ báo cho ruộng lúa ở {p}", "Cheap salinity buoys that warn rice fields in {p}"],
    content: [
      "Mùa khô nước mặn vào kênh ở {commune}, {province} chỉ trong vài giờ. Trạm đo gần nhất cách {l} km, tin đến thì đã bơm nước mặn vào ruộng.",
      "In the dry season salt water enters the canals of {commune}, {province} within hours. The nearest station is {l} km away; by the time the news arrives salt water has been pumped into the fields.",
    ],
    solution: [
      "Phao đo tự làm giá 2,8 triệu đồng, pin mặt trời, gửi số liệu 15 phút một lần qua mạng LoRa; vượt ngưỡng thì nhắn tin cho tổ bơm. Đã chạy {n} phao trên {ha} ha trong hai mùa.",
      "A home-made buoy for 2.8 million dong, solar powered, sends data every 15 minutes over LoRa and messages the pump team above a threshold. {n} buoys have run on {ha} ha for two seasons.",
    ],
    benefit: [
      "Mùa khô vừa rồi không ruộng nào bơm nhầm nước mặn, giữ được khoảng 1,1 tấn lúa mỗi ha ở vùng rìa.",
      "Last dry season no field was pumped with salt water; about 1.1 tonnes of rice per hectare were saved at the edge.",
    ],
    readiness: 8,
    technology: [2, 1],
    endings: [
      {
        kind: "solved",
        body: [
          "Hội đồng của Bộ đã đến xem ngày {d-12}, so với trạm chuẩn thấy sai số dưới 6%. Phao được đưa vào danh mục thiết bị khuyến nông; sáu tỉnh đăng ký dùng. Số liệu hiện chung trên bản đồ xâm nhập mặn.",
          "The Ministry's council visited on {d-12} and found less than 6% difference from the reference station. The buoy is on the list of extension equipment; six provinces have signed up. Its data appear on the common salinity map.",
        ],
        whatChanged: [
          "Đưa phao vào danh mục thiết bị khuyến nông và nối số liệu vào bản đồ chung.",
          "The buoy is on the extension list and its data on the common map.",
        ],
        measure: ["Điểm đo mặn trong huyện cũ và vùng lân cận", "Salinity points in the area"],
        unit: ["điểm", "points"],
        before: "3",
        after: "{n}",
        evidence: ["Biên bản của hội đồng và bản đồ công khai", "The council's record and the public map"],
      },
      {
        kind: "commitment",
        body: [
          "Giải pháp tốt, cần kiểm định thêm độ bền cảm biến. Bộ hỗ trợ kiểm định miễn phí 10 phao trong một mùa và sẽ đặt hàng nếu đạt.",
          "A good solution; the sensor's life needs testing. The Ministry tests 10 buoys free of charge for one season and will order if they pass.",
        ],
        promise: ["Kiểm định 10 phao và trả kết quả để xét đặt hàng.", "Test 10 buoys and decide on an order."],
        owner: ["Viện Khoa học Thủy lợi miền Nam", "Southern Institute of Water Resources Research"],
        months: 6,
      },
    ],
  },
  {
    id: "sign-language",
    kind: "initiative",
    field: "procedures",
    bottleneck: "bottleneck.human-resources",
    from: ["association", "student"],
    to: "BCA",
    where: "nowhere",
    slots: { n: [30, 90] },
    title: [
      "Phiên dịch ngôn ngữ ký hiệu qua video tại bộ phận một cửa",
      "Sign-language interpreting by video at one-stop desks",
    ],
    content: [
      "Người điếc đến làm thủ tục phải viết ra giấy hoặc nhờ người nhà. Phiên dịch viên cả nước rất ít, không thể có ở từng xã.",
      "Deaf people at the desk have to write notes or bring relatives. There are very few interpreters in the country, never one per commune.",
    ],
    solution: [
      "Một nút gọi video trên máy tính bảng của bộ phận một cửa nối với tổ phiên dịch trực từ xa, trung bình chờ hai phút. Cuộc gọi mã hóa, không ghi hình. Đã thử ở {n} lượt hồ sơ.",
      "A video button on the desk's tablet reaches interpreters on duty, with a mean wait of two minutes. Calls are encrypted and not recorded. It was tried in {n} cases.",
    ],
    benefit: [
      "Thời gian làm một hồ sơ giảm từ 55 phút còn 20 phút; người điếc tự trình bày được.",
      "One case takes 20 minutes where it took 55, and deaf people speak for themselves.",
    ],
    readiness: 7,
    technology: [1, 1],
    endings: [
      {
        kind: "commitment",
        body: [
          "Chúng tôi thử tại 20 bộ phận một cửa trong sáu tháng, chi phí trực do chương trình dịch vụ công chi trả. Hội cử đại diện tham gia nghiệm thu.",
          "We will try it at 20 desks for six months; the public service programme pays the interpreters. Your association takes part in the acceptance.",
        ],
        promise: [
          "Thử phiên dịch từ xa tại 20 bộ phận một cửa và công bố kết quả.",
          "Remote interpreting at 20 desks, with published results.",
        ],
        owner: ["Trung tâm Dữ liệu quốc gia, Bộ Công an", "National Data Centre, Ministry of Public Security"],
        months: 6,
      },
    ],
  },
  {
    id: "minority-ocr",
    kind: "initiative",
    field: "research",
    bottleneck: "bottleneck.data",
    from: ["university", "student", "teacher"],
    to: "BDTTG",
    where: "nowhere",
    slots: { n: [900, 3200] },
    title: [
      "Nhận dạng chữ viết tay Khmer, Chăm, Thái cổ để số hóa sách lá",
      "Recognising old Khmer, Cham and Thai handwriting to digitise leaf books",
    ],
    content: [
      "{a:Sách lá ở các chùa|Sách cổ trong các bản làng|Sách lá do các nghệ nhân cất giữ} đang mục. Chụp ảnh thì có, nhưng không tra cứu được vì không có bộ nhận dạng chữ cổ.",
      "{a:Leaf books in temples|Old books in villages|Leaf books kept by masters} are decaying. They can be photographed but not searched, as no program reads the old scripts.",
    ],
    solution: [
      "Mô hình nhận dạng huấn luyện trên {n} trang do các vị sư và nghệ nhân gán nhãn, chạy được trên máy tính thường, mã nguồn mở.",
      "A model trained on {n} pages labelled by monks and masters, running on an ordinary computer, open source.",
    ],
    benefit: [
      "Đọc đúng 93% ký tự; một người số hóa 40 trang một ngày thay vì 4.",
      "93% of characters are read correctly; one person does 40 pages a day where it was 4.",
    ],
    readiness: 6,
    technology: [1, 1],
    endings: [
      {
        kind: "commitment",
        body: [
          "Bộ phối hợp với ngành văn hóa thử tại ba bảo tàng và năm chùa, trả công người gán nhãn. Dữ liệu thuộc cộng đồng, chỉ công bố khi được đồng ý.",
          "With the cultural sector the Ministry will try it in three museums and five temples and pay the labellers. The data belong to the communities and are published with their consent only.",
        ],
        promise: [
          "Thử tại ba bảo tàng, năm chùa và công bố mô hình.",
          "Trials in three museums and five temples; the model is published.",
        ],
        owner: ["Vụ Chính sách dân tộc", "Department of Ethnic Policies"],
        months: 8,
      },
      {
        kind: "explained",
        body: [
          "Nhóm có thể nhận hỗ trợ ngay từ chương trình bảo tồn văn hóa các dân tộc thiểu số, hạn nộp hồ sơ {m+1}. Chúng tôi gửi kèm mẫu và đầu mối hướng dẫn.",
          "The group can apply now to the programme for preserving minority cultures, by {m+1}. The form and a contact are enclosed.",
        ],
        legalBasis: [
          "Chương trình mục tiêu quốc gia về phát triển vùng đồng bào dân tộc thiểu số",
          "National target programme for ethnic minority areas",
        ],
      },
    ],
  },
  {
    id: "chip-course",
    kind: "initiative",
    field: "human-resources",
    bottleneck: "bottleneck.human-resources",
    from: ["overseas"],
    to: "BGDĐT",
    where: "nowhere",
    slots: { n: [14, 36], s: [120, 480] },
    title: [
      "{n} kỹ sư Việt ở nước ngoài dạy thiết kế chip trực tuyến buổi tối",
      "{n} Vietnamese engineers abroad offer evening courses in chip design",
    ],
    content: [
      "Chúng tôi là {n} kỹ sư người Việt làm thiết kế chip ở nước ngoài. Sinh viên trong nước giỏi lý thuyết nhưng ít được làm dự án thật từ đầu đến khi ra bản vẽ.",
      "We are {n} Vietnamese engineers who design chips abroad. Students at home know the theory well but seldom carry a real project through to the layout.",
    ],
    solution: [
      "Khóa 16 tuần trực tuyến miễn phí bằng công cụ mã nguồn mở, mỗi nhóm năm sinh viên có một kỹ sư kèm; chip mẫu chế tạo qua chương trình ghép tấm. Đã dạy hai khóa, {s} sinh viên.",
      "A free online course of 16 weeks with open-source tools; each team of five has one engineer, and samples are made on shared wafers. Two courses have been held, for {s} students.",
    ],
    benefit: [
      "62% học viên khóa đầu có việc đúng nghề trong sáu tháng.",
      "62% of the first course found work in the field within six months.",
    ],
    readiness: 8,
    technology: [6, 6],
    endings: [
      {
        kind: "solved",
        body: [
          "Bộ đã thống nhất với bảy trường công nhận khóa học là ba tín chỉ từ học kỳ này, hỗ trợ phí chế tạo chip mẫu. Cảm ơn anh chị đã góp sức.",
          "The Ministry and seven universities recognise the course as three credits from this term and pay for the samples. Thank you for your effort.",
        ],
        whatChanged: [
          "Công nhận khóa học là ba tín chỉ tại bảy trường, hỗ trợ chế tạo chip mẫu.",
          "Three credits at seven universities, and support for samples.",
        ],
        measure: ["Sinh viên đăng ký khóa tới", "Students enrolled for the next course"],
        unit: ["sinh viên", "students"],
        before: "{s}",
        after: "1150",
        evidence: ["Văn bản thống nhất của bảy trường", "Agreement of the seven universities"],
      },
      {
        kind: "commitment",
        body: [
          "Bộ hoan nghênh. Chúng tôi mời nhóm làm việc trực tuyến trong tuần tới để ghép khóa học vào chương trình đào tạo nhân lực bán dẫn.",
          "The Ministry welcomes this. We invite the group to an online meeting next week to fit the course into the semiconductor programme.",
        ],
        promise: [
          "Đưa khóa học vào chương trình thí điểm tại ba trường.",
          "Put the course into a pilot at three universities.",
        ],
        owner: [
          "Vụ Giáo dục Đại học, Bộ Giáo dục và Đào tạo",
          "Higher Education Department, Ministry of Education and Training",
        ],
        months: 5,
      },
    ],
  },
  {
    id: "ambulance-routing",
    kind: "initiative",
    field: "innovation",
    bottleneck: "bottleneck.data",
    from: ["hospital", "startup"],
    to: "BYT",
    where: "city",
    slots: { n: [11, 28], t: [17, 26] },
    title: ["Điều phối xe cấp cứu theo giao thông thực ở {p}", "Dispatching ambulances by live traffic in {p}"],
    content: [
      "Ở {province} xe cấp cứu đến nơi trung bình {t} phút vì điều phối theo địa bàn cũ, không theo xe nào gần và đường nào thông.",
      "In {province} an ambulance takes {t} minutes on average, as it is sent by the former districts and not by which car is near and which road is clear.",
    ],
    solution: [
      "Phần mềm lấy vị trí {n} xe và tốc độ trên đường từ camera giao thông, chọn xe đến sớm nhất, báo trước cho khoa cấp cứu. Đã chạy song song ba tháng.",
      "The program takes the position of {n} cars and road speeds from traffic cameras, picks the first to arrive and warns the emergency ward. It has run in parallel for three months.",
    ],
    benefit: [
      "Thời gian đến nơi giảm khoảng năm phút; không phải mua thêm xe.",
      "Arrival about five minutes earlier, without a new car.",
    ],
    readiness: 7,
    technology: [1, 1],
    endings: [
      {
        kind: "solved",
        body: [
          "Trung tâm Cấp cứu đã dùng chính thức từ ngày {d-10} sau khi thẩm định an toàn. Số liệu mỗi tháng được công khai. Bộ giới thiệu giải pháp cho các thành phố khác.",
          "The emergency centre has used it officially since {d-10}, after a safety review. Figures are public each month. The Ministry recommends it to other cities.",
        ],
        whatChanged: [
          "Đưa phần mềm điều phối vào dùng chính thức tại trung tâm cấp cứu.",
          "The dispatch program is in official use.",
        ],
        measure: ["Thời gian xe đến nơi, trung bình", "Mean time to arrival"],
        unit: ["phút", "minutes"],
        before: "{t}",
        after: "12.5",
        evidence: ["Báo cáo tháng đầu của trung tâm cấp cứu", "First monthly report of the emergency centre"],
      },
      {
        kind: "not_accepted",
        body: [
          "Giải pháp hữu ích nhưng đang lấy vị trí điện thoại người gọi mà chưa có cơ sở pháp lý. Đề nghị bỏ phần này hoặc xin sự đồng ý khi gọi; chúng tôi sẽ thẩm định lại trong 15 ngày.",
          "The solution is useful, but it takes the caller's position without a legal ground. Leave that out or ask for consent in the call; we will look at it again within 15 days.",
        ],
        reasons: [
          "Việc thu thập vị trí người gọi chưa bảo đảm quy định về dữ liệu cá nhân.",
          "Collecting the caller's position does not meet the personal-data rules.",
        ],
        legalBasis: ["Luật 91/2025/QH15", "Law 91/2025/QH15"],
      },
    ],
  },
  {
    id: "farm-trace",
    kind: "initiative",
    field: "commercialisation",
    bottleneck: "bottleneck.shared-platforms",
    from: ["cooperative"],
    to: "BCT",
    where: "any",
    slots: { n: [40, 160], p1: [8, 20] },
    title: ["Mã truy xuất một lần quét cho nông sản {p}", "One-scan traceability for farm produce of {p}"],
    content: [
      "{n} hộ ở {commune}, {province} bán {a:vải|cà phê|thanh long|chè|xoài} cho bốn sàn; mỗi sàn một loại tem truy xuất, nhập liệu bốn lần. Người mua quét không biết tin tem nào.",
      "{n} farms in {commune}, {province} sell {a:lychees|coffee|dragon fruit|tea|mangoes} on four platforms; each has its own label and data are typed four times. Buyers do not know which label to trust.",
    ],
    solution: [
      "Một mã theo chuẩn GS1, dữ liệu vườn ghi một lần bằng điện thoại, các sàn đọc qua giao diện mở. Ký số theo hợp tác xã nên không sửa được sau khi bán.",
      "One GS1 code; orchard data are entered once by telephone and read by all platforms over an open interface. The cooperative signs them, so nothing changes after the sale.",
    ],
    benefit: [
      "Giảm ba lần nhập liệu, giá bán tăng {p1}% nhờ vào được siêu thị.",
      "Data entered once, not four times; prices up {p1}% through supermarkets.",
    ],
    readiness: 8,
    technology: [3, 1],
    endings: [
      {
        kind: "solved",
        body: [
          "Bốn sàn đã nhận mã chung từ ngày {d-8}. Bộ đưa định dạng này vào hướng dẫn truy xuất nguồn gốc để hợp tác xã khác dùng lại.",
          "The four platforms accept the common code since {d-8}. The Ministry has put the format into its traceability guide for other cooperatives.",
        ],
        whatChanged: [
          "Bốn sàn nhận mã truy xuất chung; định dạng vào hướng dẫn của Bộ.",
          "Four platforms accept one code; the format is in the Ministry's guide.",
        ],
        measure: ["Lần nhập liệu cho một lô hàng", "Entries per lot"],
        unit: ["lần", "times"],
        before: "4",
        after: "1",
        evidence: ["Biên bản kết nối với bốn sàn", "Record of connecting the four platforms"],
      },
    ],
  },
  {
    id: "drain-twin",
    kind: "initiative",
    field: "innovation",
    bottleneck: "bottleneck.infrastructure",
    from: ["university", "startup"],
    to: "province",
    where: "city",
    slots: { n: [35, 120], m: [15, 45] },
    title: [
      "Bản sao số hệ thống thoát nước báo ngập trước {m} phút ở {p}",
      "A digital twin of the drains that warns of floods {m} minutes ahead in {p}",
    ],
    content: [
      "Mỗi trận mưa lớn {commune}, {province} ngập mà người đi đường biết khi đã chết máy. Cửa cống vận hành theo giờ, không theo mưa.",
      "Each heavy rain floods {commune}, {province}; riders learn of it when the engine has died. The gates are worked by the clock, not by the rain.",
    ],
    solution: [
      "Mô hình thoát nước chạy trên bản đồ cao độ, nhận số liệu {n} cảm biến mực nước, dự báo {m} phút và gợi ý mở cửa cống. Bản đồ ngập công khai, không cần đăng nhập.",
      "A drainage model on an elevation map takes {n} water-level sensors, forecasts {m} minutes ahead and proposes which gates to open. The flood map is public, without sign-in.",
    ],
    benefit: [
      "Qua năm trận mưa, báo đúng 41 trong 46 điểm ngập.",
      "In five storms 41 of 46 flooded points were forecast.",
    ],
    readiness: 6,
    technology: [1, 1],
    endings: [
      {
        kind: "commitment",
        body: [
          "Thành phố cho nhóm dùng số liệu trạm bơm và thử tại hai lưu vực trong mùa mưa tới. Nếu báo đúng trên 85% sẽ đặt hàng.",
          "The city opens its pumping data and tries the model in two basins next rainy season. If more than 85% is right, it will place an order.",
        ],
        promise: ["Thử tại hai lưu vực, đánh giá để đặt hàng.", "A trial in two basins, then a decision on an order."],
        owner: ["Sở Xây dựng {province}", "Department of Construction of {province}"],
        months: 7,
      },
      {
        kind: "referred",
        body: [
          "Số liệu mực nước thuộc đơn vị quản lý thủy lợi liên tỉnh. Chúng tôi đã chuyển đề xuất đến Bộ Nông nghiệp và Môi trường ngày {d-1} và tham gia thử khi có ý kiến.",
          "The water levels belong to the interprovincial irrigation body. We passed the proposal to the Ministry of Agriculture and Environment on {d-1} and will join a trial on its answer.",
        ],
        referredTo: ["Bộ Nông nghiệp và Môi trường", "Ministry of Agriculture and Environment"],
        legalBasis: ["Nghị định 20/2008/NĐ-CP, điều 9 khoản 1 điểm d", "Decree 20/2008/NĐ-CP, article 9.1.d"],
      },
    ],
  },
  {
    id: "queue-numbers",
    kind: "initiative",
    field: "procedures",
    bottleneck: "bottleneck.shared-platforms",
    from: ["official", "commune"],
    to: "province",
    where: "any",
    slots: { n: [70, 160], m: [35, 90] },
    title: [
      "Lấy số thứ tự từ nhà cho bộ phận một cửa ở {commune}, {p}",
      "Queue numbers from home for the one-stop desk of {commune}, {p}",
    ],
    content: [
      "Bộ phận một cửa {commune}, {province} đón {n} lượt mỗi ngày, sáng thứ Hai bà con chờ {m} phút, có người đi hai chục cây số.",
      "The one-stop desk of {commune}, {province} sees {n} people a day; on Monday mornings they wait {m} minutes, some after twenty kilometres.",
    ],
    solution: [
      "Tôi viết trang lấy số bằng tin nhắn hoặc quét mã, báo còn bao nhiêu người trước mình; người không có điện thoại vẫn lấy số tại chỗ. Chạy trên máy tính cũ, không mất phí.",
      "I wrote a page that gives numbers by message or code and says how many are ahead; people without a telephone take theirs on the spot. It runs on an old computer and costs nothing.",
    ],
    benefit: ["Sau tám tuần thời gian chờ giảm hơn một nửa.", "After eight weeks the wait has more than halved."],
    readiness: 9,
    endings: [
      {
        kind: "solved",
        body: [
          "Sáng kiến được công nhận cấp tỉnh. Trung tâm Phục vụ hành chính công cài cho 19 xã, phường từ ngày {d-9}; tác giả được thưởng theo quy định.",
          "The initiative is recognised by the province. The public service centre has installed it in 19 communes and wards since {d-9}; its author receives the award.",
        ],
        whatChanged: [
          "Công nhận sáng kiến và cài cho 19 xã, phường.",
          "Recognised and installed in 19 communes and wards.",
        ],
        measure: ["Thời gian chờ trung bình sáng thứ Hai", "Mean wait on Monday mornings"],
        unit: ["phút", "minutes"],
        before: "{m}",
        after: "16",
        evidence: [
          "Số liệu hệ thống lấy số và quyết định công nhận",
          "Figures of the system and the decision of recognition",
        ],
      },
      {
        kind: "explained",
        body: [
          "Hội đồng sáng kiến nhận thấy giải pháp có hiệu quả. Theo quy định, việc công nhận do đơn vị áp dụng lần đầu quyết định; xã đã được hướng dẫn lập hồ sơ. Tỉnh giới thiệu mã nguồn cho các xã khác.",
          "The council finds the solution effective. By the rules the unit that first applied it recognises it; the commune has been shown how to file. The province recommends the source code to other communes.",
        ],
        legalBasis: ["Nghị định 13/2012/NĐ-CP về Điều lệ Sáng kiến", "Decree 13/2012/NĐ-CP, Statute on Initiatives"],
      },
    ],
  },
  {
    id: "border-telehealth",
    kind: "initiative",
    field: "innovation",
    bottleneck: "bottleneck.infrastructure",
    from: ["hospital", "official"],
    to: "BQP",
    where: "mountain",
    slots: { n: [60, 240], km: [38, 90] },
    title: ["Khám từ xa tại trạm quân dân y biên giới {p}", "Remote consultations at the border clinics of {p}"],
    content: [
      "Bà con ở {commune}, {province} cách bệnh viện {km} km đường núi. Trạm quân dân y có y sĩ nhưng không có bác sĩ chuyên khoa.",
      "People in {commune}, {province} live {km} km of mountain road from a hospital. The army-civilian clinic has a physician's assistant but no specialist.",
    ],
    solution: [
      "Bộ khám gồm ống nghe số, siêu âm cầm tay và điện thoại, gửi hình nén qua đường truyền 2 Mbps; bác sĩ tuyến tỉnh đọc trong ngày. Đã khám {n} ca.",
      "A kit with a digital stethoscope, hand-held ultrasound and telephone sends compressed pictures over 2 Mbps; provincial doctors read them the same day. {n} patients so far.",
    ],
    benefit: [
      "Hai phần ba số ca không phải chuyển tuyến; một ca bộ giá 46 triệu đồng.",
      "Two thirds need not travel; one kit costs 46 million dong.",
    ],
    readiness: 7,
    technology: [7, 4],
    endings: [
      {
        kind: "commitment",
        body: [
          "Cục Quân y nhận thử tại tám trạm quân dân y của quân khu, dùng đường truyền của đồn. Đánh giá cùng ngành y tế sau bốn tháng.",
          "The Military Medical Department will try it at eight clinics over the border posts' lines and review it with the health sector after four months.",
        ],
        promise: ["Thử tại tám trạm quân dân y và đánh giá chung.", "Trials at eight clinics and a joint review."],
        owner: ["Cục Quân y, Bộ Quốc phòng", "Military Medical Department, Ministry of National Defence"],
        months: 5,
      },
    ],
  },
  {
    id: "plain-letters",
    kind: "initiative",
    field: "institutions",
    bottleneck: "bottleneck.institutions",
    from: ["teacher", "resident", "official"],
    to: "VPCP",
    where: "nowhere",
    slots: { n: [40, 120] },
    title: [
      "Công cụ viết lại văn bản hành chính cho dễ hiểu",
      "A tool that rewrites official letters in plain language",
    ],
    content: [
      "Giấy mời, thông báo gửi dân viết dài, nhiều chữ tắt. Mẹ tôi đọc ba lần vẫn không biết phải mang gì đến và đến ngày nào.",
      "Letters to citizens are long and full of abbreviations. My mother read one three times and still did not know what to bring and when to come.",
    ],
    solution: [
      "Công cụ mô hình ngôn ngữ tiếng Việt chạy trên máy của cơ quan, đề xuất bản ngắn có ba ý: việc gì, khi nào, mang gì; cán bộ duyệt trước khi gửi. Thử với {n} mẫu thông báo.",
      "A Vietnamese language model on the office's own computer proposes a short text with three points: what, when, what to bring; an official approves it. It was tried on {n} forms.",
    ],
    benefit: ["Cuộc gọi hỏi lại giảm 60% ở phường thử.", "Calls for explanation fell by 60% in the trial ward."],
    readiness: 6,
    technology: [1, 1],
    endings: [
      {
        kind: "commitment",
        body: [
          "Chúng tôi chọn 30 mẫu thông báo dùng nhiều nhất để viết lại và thử tại năm tỉnh. Bản viết lại sẽ đăng công khai để mọi nơi dùng.",
          "We have chosen the 30 most used forms to be rewritten and tried in five provinces. The new texts will be public for all.",
        ],
        promise: ["Công bố 30 mẫu thông báo viết lại dễ hiểu.", "Publish 30 forms in plain language."],
        owner: ["Cục Kiểm soát thủ tục hành chính", "Administrative Procedures Control Agency"],
        months: 4,
      },
      {
        kind: "explained",
        body: [
          "Thể thức văn bản phải theo quy định về công tác văn thư, nhưng phần thông báo cho người dân được đính kèm bản tóm tắt tự do. Cơ quan có thể dùng công cụ cho bản tóm tắt này ngay.",
          "The form of official letters follows the rules on records, but a free summary for citizens may be attached. An office can use the tool for that summary now.",
        ],
        legalBasis: ["Nghị định 30/2020/NĐ-CP về công tác văn thư", "Decree 30/2020/NĐ-CP on clerical work"],
      },
    ],
  },
];
