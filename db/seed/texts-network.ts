import type { Story } from "./story.ts";

/** Coverage, power and lines: what reaches the last hamlet. */
export const networkStories: readonly Story[] = [
  {
    id: "hamlet-signal",
    kind: "feedback",
    field: "digital-infrastructure",
    bottleneck: "bottleneck.infrastructure",
    from: ["farmer", "resident", "teacher"],
    to: "BKHCN",
    where: "mountain",
    slots: { n: [38, 96], km: [3, 9] },
    title: [
      "Thôn {n} hộ ở {commune}, {p} chưa có sóng di động",
      "Hamlet of {n} homes in {commune}, {p} has no mobile signal",
    ],
    content: [
      "Thôn tôi ở {commune}, {province} có {n} hộ nhưng chưa có sóng di động. {a:Muốn gọi điện phải đi {km} km ra đầu dốc.|Muốn nhận mã xác nhận của ngân hàng phải chạy xe {km} km.|Học sinh phải leo đồi, cách nhà {km} km, mới gửi được bài.} Trạm gần nhất bị núi che. Đề nghị kiểm tra và cho biết bao giờ thôn có sóng.",
      "My hamlet in {commune}, {province} has {n} homes and no mobile signal. {a:To make a call we go {km} km to the top of the slope.|To receive a bank's code we ride {km} km.|Pupils climb a hill {km} km from home to send their homework.} A mountain hides the nearest station. Please check and tell us when the hamlet will have a signal.",
    ],
    ask: [
      "Đề nghị ông/bà cho biết tên thôn và nhà mạng đang dùng để chúng tôi đo kiểm đúng chỗ.",
      "Thôn nằm cuối xã, sau đập tràn. Cả ba nhà mạng đều không có sóng, chỉ đỉnh dốc bắt được một vạch.",
    ],
    endings: [
      {
        kind: "solved",
        body: [
          "Chúng tôi đã đo kiểm tại thôn ngày {d-9} và xác nhận phản ánh là đúng. Doanh nghiệp viễn thông đã dựng một trạm thu phát dùng chung, phát sóng từ ngày {d-2}. Nếu trong nhà còn yếu, ông/bà báo cho Sở Khoa học và Công nghệ để chỉnh hướng ăng-ten.",
          "We measured in the hamlet on {d-9} and found the report to be right. The operators have put up one shared station, on air since {d-2}. If the signal is still weak indoors, tell the Department of Science and Technology so that the antenna can be turned.",
        ],
        whatChanged: [
          "Dựng một trạm thu phát dùng chung 4G phủ toàn thôn.",
          "One shared 4G station now covers the whole hamlet.",
        ],
        measure: ["Số hộ bắt được sóng di động trong nhà", "Homes with a mobile signal indoors"],
        unit: ["hộ", "homes"],
        before: "0",
        after: "{n}",
        evidence: [
          "Biên bản đo kiểm sau phát sóng, có chữ ký của trưởng thôn",
          "Record of measurements after switch-on, signed by the head of the hamlet",
        ],
      },
      {
        kind: "commitment",
        body: [
          "Thôn của ông/bà nằm trong danh sách vùng lõm sóng cần phủ. Vị trí trạm đã chọn, còn chờ kéo điện lưới {km} km. Chúng tôi sẽ báo trên trang này khi trạm phát sóng.",
          "Your hamlet is on the list of places without coverage. The site is chosen; {km} km of power line are still to be built. We will report on this page when the station is on air.",
        ],
        promise: [
          "Phát sóng trạm tại thôn sau khi hoàn thành đường điện.",
          "Put the station on air once the power line is finished.",
        ],
        owner: [
          "Cục Viễn thông, Bộ Khoa học và Công nghệ",
          "Telecommunications Authority, Ministry of Science and Technology",
        ],
        months: 4,
      },
    ],
  },
  {
    id: "commune-line",
    kind: "feedback",
    field: "digital-infrastructure",
    bottleneck: "bottleneck.infrastructure",
    from: ["official", "commune"],
    to: "province",
    where: "any",
    slots: { n: [14, 22], m: [8, 25] },
    title: [
      "Đường truyền của {commune}, {p} nghẽn giờ cao điểm, {n} phần mềm cùng chạy",
      "Line of {commune}, {p} jams at peak hours with {n} programs running",
    ],
    content: [
      "Sau sắp xếp, cán bộ {commune} dùng {n} phần mềm cùng lúc. Từ 8 giờ đến 10 giờ đường truyền số liệu chuyên dùng chỉ còn khoảng {m} Mbps. {a:Mỗi hồ sơ phải tải tệp hai, ba lần.|Bà con chờ ở bộ phận một cửa rất đông.|Nhiều hôm phải dùng mạng điện thoại cá nhân để làm việc.} Đề nghị tỉnh nâng băng thông và cho đăng nhập một lần.",
      "Since the reorganisation the staff of {commune} use {n} programs at once. From 8 to 10 in the morning the dedicated line gives only about {m} Mbps. {a:Every file has to be uploaded two or three times.|Many people wait at the one-stop desk.|On many days we work over our own mobile phones.} We ask the province for more bandwidth and a single sign-on.",
    ],
    endings: [
      {
        kind: "solved",
        body: [
          "Sở Khoa học và Công nghệ đã kiểm tra đường truyền ngày {d-7}. Nguyên nhân là gói cước cũ của xã trước sắp xếp. Đường mới đã chạy từ ngày {d-1}, có thêm một đường dự phòng.",
          "The Department of Science and Technology tested the line on {d-7}. The cause was the old contract of the commune before the merger. The new line has been running since {d-1}, with a second one in reserve.",
        ],
        whatChanged: [
          "Thay gói cước và thêm một đường dự phòng cho trụ sở xã.",
          "A new contract and a reserve line for the commune's office.",
        ],
        measure: ["Tốc độ đo lúc 9 giờ sáng", "Speed measured at 9 in the morning"],
        unit: ["Mbps", "Mbps"],
        before: "{m}",
        after: "200",
        evidence: [
          "Kết quả đo năm ngày liên tiếp của Trung tâm Chuyển đổi số",
          "Five days of measurements by the Digital Transformation Centre",
        ],
      },
      {
        kind: "commitment",
        body: [
          "Tỉnh đã rà soát: {n} phần mềm sẽ gom về một trang đăng nhập chung, mở thí điểm cho 12 xã. {Commune} ở đợt đầu. Băng thông được nâng cùng lúc.",
          "The province has reviewed the matter: the {n} programs will share one sign-on page, first in 12 communes. {Commune} is in the first round. Bandwidth will be raised at the same time.",
        ],
        promise: [
          "Đưa trang đăng nhập chung vào dùng tại xã và nâng đường truyền.",
          "Put the common sign-on page into use in the commune and raise the bandwidth.",
        ],
        owner: ["Sở Khoa học và Công nghệ {province}", "Department of Science and Technology of {province}"],
        months: 3,
      },
    ],
  },
  {
    id: "border-tower",
    kind: "feedback",
    field: "digital-infrastructure",
    bottleneck: "bottleneck.infrastructure",
    from: ["commune", "official"],
    to: "BQP",
    where: "mountain",
    slots: { n: [120, 340] },
    title: [
      "Xin dùng chung cột ăng-ten của đồn biên phòng tại {commune}",
      "Request to share the border post's mast in {commune}",
    ],
    content: [
      "{Commune}, {province} giáp biên giới, có {n} hộ ở vùng sóng yếu. Đồn biên phòng có sẵn cột ăng-ten cao 42 m, doanh nghiệp viễn thông muốn treo thiết bị nhưng không biết xin ở đâu. Dựng cột mới vừa tốn kém vừa phải phát rừng. Đề nghị hướng dẫn.",
      "{Commune}, {province} lies on the border and has {n} homes with a weak signal. The border post has a mast of 42 m; an operator would like to hang its equipment there but does not know whom to ask. A new mast would cost more and clear forest. Please advise.",
    ],
    endings: [
      {
        kind: "commitment",
        body: [
          "Việc dùng chung được phép nếu không ảnh hưởng nhiệm vụ quốc phòng. Bộ Chỉ huy quân sự tỉnh sẽ cùng doanh nghiệp khảo sát trước ngày {d+20} và lập hợp đồng dùng chung.",
          "Sharing is allowed where it does not hinder defence duties. The provincial military command will survey the site with the operator before {d+20} and draw up a sharing contract.",
        ],
        promise: ["Khảo sát và ký hợp đồng dùng chung cột ăng-ten.", "Survey the mast and sign a sharing contract."],
        owner: ["Bộ Chỉ huy quân sự {province}", "Military command of {province}"],
        months: 2,
      },
      {
        kind: "referred",
        body: [
          "Cột ăng-ten này đã bàn giao cho địa phương trong đợt sắp xếp vừa qua. Hồ sơ đã chuyển đến Ủy ban nhân dân {province} ngày {d-1} để giải quyết cùng với quy hoạch hạ tầng viễn thông thụ động.",
          "This mast was handed over to the local authorities in the recent reorganisation. The file went to the People's Committee of {province} on {d-1}, to be settled with its plan for passive telecommunications infrastructure.",
        ],
        referredTo: ["Ủy ban nhân dân {province}", "People's Committee of {province}"],
        legalBasis: ["Nghị định 20/2008/NĐ-CP, điều 9 khoản 1 điểm d", "Decree 20/2008/NĐ-CP, article 9.1.d"],
      },
    ],
  },
  {
    id: "industrial-5g",
    kind: "proposal",
    field: "digital-infrastructure",
    bottleneck: "bottleneck.infrastructure",
    from: ["association", "firm"],
    to: "BKHCN",
    where: "industry",
    slots: { n: [18, 64], ms: [38, 70] },
    title: ["Ưu tiên phủ 5G trong khu công nghiệp tại {p}", "Put 5G coverage of industrial parks in {p} first"],
    content: [
      "Khu công nghiệp chúng tôi ở {commune}, {province} có {n} nhà máy. Xe tự hành và camera kiểm tra lỗi đang chạy trên Wi-Fi, trễ {ms} mili giây và hay rớt khi qua hai xưởng. 5G mới phủ ở cổng chính.",
      "Our industrial park in {commune}, {province} has {n} plants. Guided vehicles and inspection cameras run on Wi-Fi with a delay of {ms} milliseconds and drop out between workshops. 5G reaches only the main gate.",
    ],
    suggestion: [
      "Đề nghị đưa khu công nghiệp có nhà máy thông minh vào nhóm ưu tiên phủ 5G, và cho nhà máy thuê tần số nhỏ để làm mạng riêng.",
      "We propose that parks with smart factories be covered by 5G first, and that plants may rent a small band for a private network.",
    ],
    endings: [
      {
        kind: "commitment",
        body: [
          "Đề xuất phù hợp với kế hoạch phủ 5G. Khu công nghiệp của quý đơn vị được đưa vào đợt phủ của {m+3}. Về mạng riêng, chúng tôi đang hoàn thiện điều kiện cấp phép thử và sẽ lấy ý kiến công khai.",
          "The proposal fits the plan for 5G. Your park joins the round of {m+3}. As for private networks, we are finishing the conditions of a trial licence and will open them for comment.",
        ],
        promise: [
          "Phủ 5G ngoài trời toàn khu; công bố dự thảo điều kiện thử mạng 5G riêng.",
          "Cover the whole park outdoors with 5G; publish draft conditions for trials of private 5G.",
        ],
        owner: [
          "Cục Viễn thông và Cục Tần số vô tuyến điện",
          "Telecommunications Authority and Authority of Radio Frequency Management",
        ],
        months: 3,
      },
      {
        kind: "solved",
        body: [
          "Hai doanh nghiệp viễn thông đã lắp thêm sáu trạm 5G trong khu, nghiệm thu ngày {d-3}. Kết quả đo gửi kèm cho ban quản lý khu công nghiệp.",
          "Two operators have added six 5G stations inside the park, accepted on {d-3}. The measurements went to the park's management board.",
        ],
        whatChanged: ["Lắp sáu trạm 5G trong khu công nghiệp.", "Six 5G stations inside the park."],
        measure: ["Độ trễ trung bình tại xưởng", "Mean delay in the workshops"],
        unit: ["mili giây", "milliseconds"],
        before: "{ms}",
        after: "11",
        evidence: ["Biên bản đo kiểm tại 12 điểm trong khu", "Measurements at 12 points in the park"],
      },
    ],
  },
  {
    id: "tower-permit",
    kind: "barrier",
    field: "institutions",
    bottleneck: "bottleneck.institutions",
    from: ["firm"],
    to: "BXD",
    where: "any",
    slots: { n: [11, 37], days: [45, 120] },
    title: [
      "Mỗi nơi đòi một loại giấy phép cho cột ăng-ten: vướng tại {p}",
      "Every place asks for other papers for a mast: obstacle in {p}",
    ],
    content: [
      "Chúng tôi dựng trạm thu phát sóng tại {province}. Cùng một mẫu cột không cồng kềnh, nơi miễn giấy phép, nơi đòi giấy phép xây dựng, nơi đòi thêm thẩm tra kết cấu. {n} trạm đang chờ, có trạm chờ {days} ngày.",
      "We build base stations in {province}. For one and the same light mast some offices waive the permit, some ask for a building permit, some for a structural review on top. {n} stations are waiting, one of them for {days} days.",
    ],
    legalDocument: [
      "Quy định về cấp giấy phép xây dựng đối với công trình hạ tầng kỹ thuật viễn thông thụ động",
      "Rules on building permits for passive telecommunications infrastructure",
    ],
    provisions: [
      "khoản {a:1|2|3} Điều {b:44|62|64} Luật Viễn thông 2023",
      "Article {b:44|62|64}, clause {a:1|2|3} of Law 24/2023/QH15",
    ],
    hours: "{c:120|260|500}",
    money: "{a:54000000|180000000|360000000}",
    sector: "VSIC-K",
    obstacleClass: 2,
    burden: [
      "Mỗi trạm mất thêm khoảng 18 triệu đồng tiền hồ sơ và {days} ngày chờ.",
      "Each station costs about 18 million dong more in paperwork and {days} days of waiting.",
    ],
    suggestion: [
      "Đề nghị hướng dẫn thống nhất: cột mẫu đã thẩm định thì chỉ thông báo trước bảy ngày.",
      "We ask for one guideline: a mast of an approved type needs only a notice seven days ahead.",
    ],
    endings: [
      {
        kind: "commitment",
        body: [
          "Phản ánh đúng: quy định hiện có hai cách hiểu. Bộ đang sửa hướng dẫn theo hướng thông báo trước đối với cột mẫu. Trong thời gian chờ, Bộ đã gửi văn bản yêu cầu các tỉnh không đòi thêm thẩm tra kết cấu cho cột mẫu.",
          "The report is right: the rule can be read in two ways. The Ministry is changing the guideline towards a notice for masts of an approved type. Until then it has asked all provinces in writing not to require a structural review for them.",
        ],
        promise: [
          "Ban hành hướng dẫn thống nhất về cột ăng-ten mẫu.",
          "Issue one guideline on masts of an approved type.",
        ],
        owner: [
          "Cục Kinh tế - Quản lý đầu tư xây dựng, Bộ Xây dựng",
          "Authority of Construction Economics and Investment, Ministry of Construction",
        ],
        months: 3,
      },
      {
        kind: "explained",
        body: [
          "Cột ăng-ten không cồng kềnh xây theo quy hoạch đã duyệt được miễn giấy phép xây dựng. Chúng tôi đã trao đổi với Sở Xây dựng; các hồ sơ của quý công ty được xem lại theo hướng này trong tuần tới.",
          "A light mast built according to an approved plan needs no building permit. We have spoken with the Department of Construction; your files will be reviewed on this basis next week.",
        ],
        legalBasis: [
          "Luật Xây dựng, điều về công trình được miễn giấy phép xây dựng",
          "Law on Construction, article on works exempt from a building permit",
        ],
      },
    ],
  },
  {
    id: "signal-map",
    kind: "initiative",
    field: "digital-infrastructure",
    bottleneck: "bottleneck.data",
    from: ["student", "startup", "university"],
    to: "BKHCN",
    where: "mountain",
    slots: { n: [240, 900] },
    title: ["Bản đồ sóng di động do người dân đo tại {p}", "A signal map measured by the people of {p}"],
    content: [
      "Bản đồ phủ sóng của nhà mạng vẽ theo tính toán, nhiều thôn ở {province} có màu xanh mà thực tế không gọi được. Cơ quan quản lý không biết chỗ nào thiếu thật.",
      "Operators draw coverage by calculation; many hamlets of {province} are green on the map and cannot make a call. The authorities do not know where the real gaps are.",
    ],
    solution: [
      "Ứng dụng mã nguồn mở chạy ngầm trên điện thoại, mỗi giờ ghi cường độ sóng và vị trí làm tròn 500 m, gửi ẩn danh khi có Wi-Fi. Chúng tôi đã thử với {n} người tại {commune}; bản đồ cập nhật mỗi đêm.",
      "An open-source application records signal strength and a position rounded to 500 m once an hour and sends them anonymously over Wi-Fi. We tried it with {n} people in {commune}; the map is refreshed every night.",
    ],
    benefit: [
      "Trong ba tháng thử đã tìm ra 17 điểm lõm không có trong báo cáo của nhà mạng. Chi phí một tỉnh khoảng 60 triệu đồng một năm.",
      "Three months of trial found 17 gaps missing from the operators' reports. One province costs about 60 million dong a year.",
    ],
    readiness: 7,
    technology: [4, 2],
    endings: [
      {
        kind: "commitment",
        body: [
          "Hội đồng đánh giá giải pháp có tính mới và đã thử thực tế. Chúng tôi chọn {p} làm nơi thử mở rộng trong sáu tháng, đối chiếu với số liệu đo của Cục Viễn thông.",
          "The council found the solution new and tried in practice. We choose {p} for a wider trial of six months, compared with the measurements of the Telecommunications Authority.",
        ],
        promise: [
          "Thử mở rộng toàn tỉnh và công bố kết quả đối chiếu.",
          "A province-wide trial with published results.",
        ],
        owner: [
          "Cục Viễn thông, Bộ Khoa học và Công nghệ",
          "Telecommunications Authority, Ministry of Science and Technology",
        ],
        months: 6,
      },
      {
        kind: "explained",
        body: [
          "Giải pháp phù hợp nhu cầu. Dữ liệu đo hiện đã có thể gửi vào cổng dữ liệu mở của Bộ theo định dạng công bố; nhóm không cần xin phép. Chúng tôi gửi kèm tài liệu định dạng và đầu mối kỹ thuật.",
          "The solution meets a need. Measurements can already be sent to the Ministry's open-data portal in its published format; no permission is needed. We enclose the format and a technical contact.",
        ],
        legalBasis: [
          "Luật Giao dịch điện tử 20/2023/QH15, chương về dữ liệu mở",
          "Law on Electronic Transactions 20/2023/QH15, chapter on open data",
        ],
      },
    ],
  },
  {
    id: "rain-sensors",
    kind: "proposal",
    field: "data",
    bottleneck: "bottleneck.equipment",
    from: ["commune", "farmer"],
    to: "BNNMT",
    where: "mountain",
    slots: { n: [4, 9], h: [3, 6] },
    title: [
      "Lắp trạm đo mưa tự động báo lũ quét cho {commune}",
      "Automatic rain gauges against flash floods in {commune}",
    ],
    content: [
      "Mùa mưa năm nay {commune}, {province} có hai trận lũ quét. Tin cảnh báo cấp tỉnh đến sau khi nước đã về. Xã có {n} khe suối nguy hiểm nhưng chỉ một trạm đo mưa cách {h} giờ đi bộ.",
      "This rainy season {commune}, {province} had two flash floods. The provincial warning came after the water. The commune has {n} dangerous streams but only one gauge, {h} hours away on foot.",
    ],
    suggestion: [
      "Đề nghị lắp trạm đo mưa dùng pin mặt trời tại {n} khe suối, gửi số liệu 10 phút một lần và báo loa thôn khi vượt ngưỡng.",
      "We propose solar rain gauges at the {n} streams, sending data every 10 minutes and sounding the hamlet's loudspeakers above a threshold.",
    ],
    endings: [
      {
        kind: "solved",
        body: [
          "Đài khí tượng thủy văn khu vực đã lắp {n} trạm đo mưa tự động, nối với loa thôn từ ngày {d-4}. Cán bộ xã đã được hướng dẫn đặt ngưỡng và đọc biểu đồ.",
          "The regional hydro-meteorological station has installed {n} automatic gauges, connected to the loudspeakers since {d-4}. Commune staff have been shown how to set thresholds and read the charts.",
        ],
        whatChanged: [
          "Lắp {n} trạm đo mưa tự động, nối với loa truyền thanh của thôn.",
          "{n} automatic rain gauges, connected to the hamlet loudspeakers.",
        ],
        measure: [
          "Thời gian từ khi mưa vượt ngưỡng đến khi thôn nghe cảnh báo",
          "Time from heavy rain to the warning in the hamlet",
        ],
        unit: ["phút", "minutes"],
        before: "95",
        after: "12",
        evidence: [
          "Nhật ký diễn tập ngày {d-3} có xác nhận của xã",
          "Log of the drill of {d-3}, confirmed by the commune",
        ],
      },
      {
        kind: "commitment",
        body: [
          "Chúng tôi đồng ý với đề xuất. Trong năm nay lắp trước hai trạm ở khe nguy hiểm nhất, số còn lại trong kế hoạch năm sau.",
          "We agree. Two gauges at the most dangerous streams come this year, the others in next year's plan.",
        ],
        promise: [
          "Lắp hai trạm đo mưa tự động trước mùa mưa tới.",
          "Install two automatic gauges before the next rainy season.",
        ],
        owner: ["Cục Khí tượng Thủy văn", "Viet Nam Meteorological and Hydrological Administration"],
        months: 5,
      },
    ],
  },
  {
    id: "fishing-log",
    kind: "feedback",
    field: "digital-infrastructure",
    bottleneck: "bottleneck.equipment",
    from: ["farmer", "cooperative"],
    to: "BNNMT",
    where: "coast",
    slots: { n: [5, 12], b: [16, 60] },
    title: [
      "Nhật ký khai thác điện tử mất dữ liệu khi tàu {p} ra khơi xa",
      "Electronic fishing log of boats from {p} loses data far offshore",
    ],
    content: [
      "Tàu tôi ở {commune}, {province} đi biển {n} ngày. Máy tính bảng ghi nhật ký khai thác ra ngoài 30 hải lý thì không gửi được, {a:về bờ mất hết phải khai lại trên giấy.|cập cảng phải chờ nửa ngày mới đồng bộ xong.} Bến tôi có {b} tàu bị như vậy. Có chuyến không kịp làm giấy xác nhận nguồn gốc nên bán mất giá.",
      "My boat from {commune}, {province} stays out {n} days. Beyond 30 nautical miles the tablet cannot send the fishing log; {a:back in port everything is lost and must be written again on paper.|in port we wait half a day for it to synchronise.} {b} boats of our harbour have this. Some trips miss the certificate of origin and sell at a loss.",
    ],
    endings: [
      {
        kind: "solved",
        body: [
          "Lỗi do phần mềm xóa bản ghi khi chưa gửi xong. Bản mới từ ngày {d-5} lưu trên máy 30 ngày và tự gửi khi có sóng. Cảng cá đã cài cho {b} tàu.",
          "The program deleted records before they were sent. The version of {d-5} keeps them on the device for 30 days and sends them when there is a signal. The fishing port has installed it on {b} boats.",
        ],
        whatChanged: [
          "Phát hành bản phần mềm lưu nhật ký khi mất sóng và cài cho tàu của bến.",
          "A version that keeps the log while offline, installed on the harbour's boats.",
        ],
        measure: ["Chuyến biển phải khai lại trên giấy", "Trips written again on paper"],
        unit: ["chuyến/tháng", "trips a month"],
        before: "{b}",
        after: "1",
        evidence: ["Số liệu của cảng cá tháng gần nhất", "Figures of the fishing port for the last month"],
      },
      {
        kind: "explained",
        body: [
          "Bản hiện hành đã cho ghi khi mất sóng nếu bật chế độ “ngoài khơi” trước khi rời bến. Cách bật ở trang 6 của hướng dẫn; cán bộ cảng cá sẽ làm mẫu vào sáng thứ Hai hằng tuần.",
          "The current version records offline if “offshore mode” is switched on before leaving port. Page 6 of the guide shows how; port staff demonstrate it every Monday morning.",
        ],
        legalBasis: [
          "Luật Thủy sản và quy định về ghi, nộp nhật ký khai thác thủy sản",
          "Law on Fisheries and the rules on keeping and filing fishing logs",
        ],
      },
    ],
  },
];
