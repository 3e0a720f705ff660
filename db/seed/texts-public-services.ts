import type { Story } from "./story.ts";

/** Online public services as people meet them at home and at the counter. */
export const publicServiceStories: readonly Story[] = [
  {
    id: "upload-error",
    kind: "feedback",
    field: "procedures",
    bottleneck: "bottleneck.shared-platforms",
    from: ["resident", "household"],
    to: "province",
    where: "any",
    slots: { n: [3, 7], e: [40, 160] },
    title: [
      "Cổng dịch vụ công {p} báo lỗi khi tải tệp ảnh",
      "The public service portal of {p} fails when a picture is uploaded",
    ],
    content: [
      "Ngày {d-2} tôi nộp hồ sơ {a:cấp bản sao trích lục khai sinh|đăng ký hộ kinh doanh|xác nhận tình trạng hôn nhân} trên cổng dịch vụ công của {province}. Đến bước tải tệp thì quay mãi rồi báo “lỗi hệ thống”. Tôi thử {n} lần, cả trên điện thoại và máy tính. Cuối cùng vẫn phải ra {commune} nộp giấy.",
      "On {d-2} I applied online for {a:a copy of a birth record|the registration of a household business|a certificate of marital status} on the portal of {province}. At the upload it turned for a long time and said “system error”. I tried {n} times, on telephone and computer. In the end I had to go to {commune} with paper.",
    ],
    ask: [
      "Đề nghị ông/bà cho biết loại tệp, dung lượng và trình duyệt đã dùng.",
      "Tệp là ảnh chụp bằng điện thoại, đuôi HEIC, khoảng 4 MB. Tôi dùng trình duyệt có sẵn trên máy.",
    ],
    endings: [
      {
        kind: "solved",
        body: [
          "Cổng không nhận ảnh đuôi HEIC của điện thoại đời mới. Trung tâm Chuyển đổi số đã sửa ngày {d-2}: cổng tự đổi định dạng và báo rõ dung lượng cho phép. Hồ sơ của ông/bà đã được nhận và trả kết quả.",
          "The portal did not accept HEIC pictures of newer telephones. The Digital Transformation Centre mended it on {d-2}: the portal converts them and says how large a file may be. Your application has been taken and settled.",
        ],
        whatChanged: [
          "Cổng nhận ảnh HEIC, tự đổi định dạng, báo lỗi rõ ràng.",
          "The portal takes HEIC pictures, converts them and explains errors.",
        ],
        measure: ["Lượt tải tệp bị lỗi", "Failed uploads"],
        unit: ["lượt/ngày", "a day"],
        before: "{e}",
        after: "2",
        evidence: ["Nhật ký hệ thống bảy ngày trước và sau khi sửa", "System log for seven days before and after"],
      },
      {
        kind: "solved",
        body: [
          "Máy chủ lưu tệp đầy vào giờ cao điểm. Chúng tôi đã tăng dung lượng và đặt cảnh báo khi còn 20%. Xin lỗi ông/bà vì phải đi lại.",
          "The file server was full at peak hours. We have added space and an alarm at 20% left. We are sorry for your extra trip.",
        ],
        whatChanged: [
          "Tăng dung lượng máy chủ lưu tệp và đặt cảnh báo.",
          "More space on the file server, and an alarm.",
        ],
        measure: ["Lượt tải tệp bị lỗi", "Failed uploads"],
        unit: ["lượt/ngày", "a day"],
        before: "{e}",
        after: "5",
        evidence: [
          "Báo cáo vận hành tuần của Trung tâm Chuyển đổi số",
          "Weekly report of the Digital Transformation Centre",
        ],
      },
    ],
  },
  {
    id: "screen-reader",
    kind: "feedback",
    field: "procedures",
    bottleneck: "bottleneck.shared-platforms",
    from: ["resident", "association"],
    to: "BCA",
    where: "nowhere",
    slots: { n: [9, 23] },
    title: [
      "Người khiếm thị không nộp được hồ sơ vì trình đọc màn hình không đọc được nút",
      "Blind users cannot apply: the screen reader cannot read the buttons",
    ],
    content: [
      "Tôi khiếm thị, dùng trình đọc màn hình. Trên Cổng Dịch vụ công quốc gia, {n} nút ở trang nộp hồ sơ chỉ đọc là “nút”, hộp chọn ngày không dùng được bằng bàn phím. {a:Tôi phải nhờ hàng xóm, lộ hết giấy tờ.|Hội chúng tôi có nhiều hội viên gặp cảnh này.}",
      "I am blind and use a screen reader. On the National Public Service Portal {n} buttons of the application page are read only as “button”, and the date box cannot be used by keyboard. {a:I have to ask a neighbour, who then sees all my papers.|Many members of our association have the same trouble.}",
    ],
    endings: [
      {
        kind: "solved",
        body: [
          "Chúng tôi đã mời ba người khiếm thị cùng thử ngày {d-8} và sửa các nút, hộp chọn ngày, thông báo lỗi. Trang nộp hồ sơ nay dùng được hoàn toàn bằng bàn phím. Các trang khác sửa tiếp trong quý tới.",
          "We invited three blind users to test with us on {d-8} and mended the buttons, the date box and the error messages. The application page now works by keyboard alone. Other pages follow next quarter.",
        ],
        whatChanged: [
          "Đặt tên cho mọi nút, thay hộp chọn ngày, đọc được thông báo lỗi.",
          "Every button has a name, the date box was replaced, errors are read out.",
        ],
        measure: ["Lỗi tiếp cận trên trang nộp hồ sơ", "Accessibility faults on the application page"],
        unit: ["lỗi", "faults"],
        before: "{n}",
        after: "0",
        evidence: [
          "Biên bản thử với người dùng và báo cáo kiểm tra tự động",
          "Record of the user test and report of the automatic check",
        ],
      },
    ],
  },
  {
    id: "saturday-desk",
    kind: "proposal",
    field: "human-resources",
    bottleneck: "bottleneck.human-resources",
    from: ["elder", "resident"],
    to: "province",
    where: "any",
    slots: { n: [15, 45] },
    title: [
      "Mở bàn hướng dẫn sáng thứ Bảy cho người cao tuổi ở {commune}, {p}",
      "A Saturday desk for older people in {commune}, {p}",
    ],
    content: [
      "Tôi {a:72 tuổi|gần 70 tuổi|đã nghỉ hưu}, ở {commune}, {province}. Tôi muốn tự xem sổ sức khỏe và lương hưu trên điện thoại nhưng con cháu đi làm cả tuần. Ra phường thì cán bộ bận, không nỡ hỏi lâu.",
      "I am {a:72|nearly 70|retired} and live in {commune}, {province}. I want to see my health book and pension on the telephone, but my children work all week. The staff at the office are busy and I do not like to keep them.",
    ],
    suggestion: [
      "Đề nghị mở bàn hướng dẫn vào sáng thứ Bảy tại nhà văn hóa, có đoàn viên thanh niên giúp, mỗi buổi độ {n} người.",
      "I propose a help desk on Saturday mornings in the community house, run with young volunteers, for about {n} people each time.",
    ],
    endings: [
      {
        kind: "solved",
        body: [
          "Bàn hướng dẫn mở từ thứ Bảy tuần trước, 8 giờ đến 11 giờ tại nhà văn hóa, có bốn đoàn viên và một cán bộ. Ông/bà chỉ cần mang điện thoại, không cần đăng ký.",
          "The desk opened last Saturday, 8 to 11 in the community house, with four volunteers and one official. Just bring your telephone; no booking is needed.",
        ],
        whatChanged: [
          "Mở bàn hướng dẫn sáng thứ Bảy tại nhà văn hóa.",
          "A help desk every Saturday morning in the community house.",
        ],
        measure: ["Người được hướng dẫn mỗi buổi", "People helped each time"],
        unit: ["người", "people"],
        before: "0",
        after: "{n}",
        evidence: ["Sổ ghi của buổi đầu tiên và ảnh tại chỗ", "Book of the first morning and pictures"],
      },
      {
        kind: "commitment",
        body: [
          "Đề xuất rất thiết thực. Tổ công nghệ số cộng đồng sẽ nhận việc này; chúng tôi đang xếp lịch và tập huấn cho tình nguyện viên.",
          "A very practical idea. The community digital team will take it on; we are drawing up the rota and training the volunteers.",
        ],
        promise: ["Mở bàn hướng dẫn sáng thứ Bảy đầu tiên.", "Open the first Saturday desk."],
        owner: ["Ủy ban nhân dân {commune}", "People's Committee of {commune}"],
        months: 1,
      },
    ],
  },
  {
    id: "certified-copies",
    kind: "proposal",
    field: "procedures",
    bottleneck: "bottleneck.data",
    from: ["resident", "household"],
    to: "BTP",
    where: "any",
    slots: { n: [3, 8], k: [20, 90] },
    title: [
      "Không đòi bản sao chứng thực giấy khi đã có bản điện tử",
      "No certified paper copy where an electronic one exists",
    ],
    content: [
      "Tháng này tôi nộp {n} hồ sơ ở {commune}, {province}. Giấy khai sinh của con đã có trên VNeID nhưng nơi nào cũng đòi bản sao chứng thực bằng giấy, mất {k} nghìn đồng và một buổi xếp hàng.",
      "This month I filed {n} applications in {commune}, {province}. My child's birth record is on VNeID, yet every office wants a certified paper copy: {k} thousand dong and half a day in the queue.",
    ],
    suggestion: [
      "Đề nghị quy định rõ: giấy tờ đã có trong cơ sở dữ liệu quốc gia thì cơ quan tự tra cứu, không yêu cầu người dân nộp lại.",
      "I propose a clear rule: what is in a national database the office looks up itself and does not ask for again.",
    ],
    endings: [
      {
        kind: "explained",
        body: [
          "Quy định này đã có: cơ quan giải quyết thủ tục không được yêu cầu giấy tờ mà cơ sở dữ liệu đã kết nối. Nếu nơi nhận vẫn đòi, ông/bà ghi lại tên bộ phận và gửi cho chúng tôi. Bộ đã nhắc lại bằng văn bản với các địa phương ngày {d-3}.",
          "The rule exists: an office may not ask for papers that a connected database holds. If one still does, note which desk it was and write to us. The Ministry reminded all provinces in writing on {d-3}.",
        ],
        legalBasis: [
          "Nghị định 224/2026/NĐ-CP về cung cấp dịch vụ công trên môi trường số",
          "Decree 224/2026/NĐ-CP on public services in the digital environment",
        ],
      },
      {
        kind: "solved",
        body: [
          "Bộ đã rà soát cùng địa phương và bỏ yêu cầu bản giấy ở các thủ tục hộ tịch nêu trong phản ánh. Danh mục mới niêm yết từ ngày {d-1}.",
          "Together with the province the Ministry has dropped the paper copy in the civil-status procedures you name. The new list is posted since {d-1}.",
        ],
        whatChanged: [
          "Bỏ yêu cầu nộp bản sao giấy ở các thủ tục hộ tịch đã kết nối dữ liệu.",
          "Paper copies dropped from civil-status procedures whose data are connected.",
        ],
        measure: ["Thủ tục hộ tịch còn đòi bản sao giấy", "Civil-status procedures that still want paper copies"],
        unit: ["thủ tục", "procedures"],
        before: "14",
        after: "2",
        evidence: [
          "Quyết định công bố danh mục thủ tục hành chính sửa đổi",
          "Decision publishing the revised list of procedures",
        ],
      },
    ],
  },
  {
    id: "one-login",
    kind: "proposal",
    field: "shared-platforms",
    bottleneck: "bottleneck.shared-platforms",
    from: ["official", "commune"],
    to: "VPCP",
    where: "any",
    slots: { n: [16, 24], m: [55, 110] },
    title: ["Một lần đăng nhập cho {n} phần mềm ở cấp xã", "One sign-on for {n} programs in the communes"],
    content: [
      "Tôi làm ở bộ phận một cửa của {commune}, {province}. Mỗi sáng phải đăng nhập {n} phần mềm của các bộ, mỗi nơi một mật khẩu, đổi theo lịch khác nhau. Một hồ sơ đất đai phải gõ lại ba lần. Tính ra mỗi người mất {m} phút một ngày.",
      "I work at the one-stop desk of {commune}, {province}. Every morning I sign in to {n} programs of the ministries, each with its own password and its own calendar for changing it. A land file is typed three times. That is {m} minutes a day for each of us.",
    ],
    suggestion: [
      "Đề nghị bắt buộc phần mềm các bộ cấp cho xã phải dùng tài khoản định danh điện tử của công chức và đồng bộ dữ liệu qua trục chung.",
      "I propose that every program which a ministry gives to communes must use the official's electronic identity and exchange data over the common bus.",
    ],
    endings: [
      {
        kind: "commitment",
        body: [
          "Đây là vướng mắc chung. Chúng tôi đã lập danh mục phần mềm các bộ đang cấp cho xã và yêu cầu kết nối đăng nhập một lần. Sáu phần mềm dùng nhiều nhất xong trong {m+4}.",
          "This is a common obstacle. We have listed the programs that ministries give to communes and asked for single sign-on. The six most used will have it in {m+4}.",
        ],
        promise: [
          "Kết nối đăng nhập một lần cho sáu phần mềm dùng nhiều nhất ở cấp xã.",
          "Single sign-on for the six programs most used in communes.",
        ],
        owner: [
          "Cục Kiểm soát thủ tục hành chính phối hợp các bộ",
          "Administrative Procedures Control Agency with the ministries",
        ],
        months: 4,
      },
    ],
  },
  {
    id: "it-post",
    kind: "proposal",
    field: "human-resources",
    bottleneck: "bottleneck.human-resources",
    from: ["commune", "official"],
    to: "BNV",
    where: "any",
    slots: { n: [28, 46] },
    title: [
      "Bố trí một biên chế công nghệ thông tin cho mỗi xã sau sắp xếp",
      "One post for information technology in every merged commune",
    ],
    content: [
      "{Commune}, {province} sau sắp xếp có {n} cán bộ, không ai học công nghệ thông tin. Máy hỏng, chữ ký số lỗi phải chờ người của tỉnh xuống, có khi một tuần.",
      "Since the merger {commune}, {province} has {n} officials, none trained in information technology. When a computer or a digital signature fails we wait for somebody from the province, at times for a week.",
    ],
    suggestion: [
      "Đề nghị giao thêm một biên chế chuyên trách công nghệ thông tin cho mỗi xã, phường.",
      "We propose one additional post for information technology in each commune and ward.",
    ],
    endings: [
      {
        kind: "not_accepted",
        body: [
          "Chúng tôi ghi nhận khó khăn của xã. Tổng biên chế đã được giao ổn định đến hết nhiệm kỳ nên chưa thể thêm. Tỉnh có thể điều chuyển trong tổng số được giao hoặc thuê dịch vụ; chúng tôi đã đề nghị tỉnh trả lời xã về hai phương án này.",
          "We note the commune's difficulty. The total number of posts is fixed to the end of the term and cannot grow now. The province may move a post within its total or hire the service; we have asked it to answer the commune on both ways.",
        ],
        reasons: [
          "Tổng biên chế cấp xã đã giao ổn định; việc bố trí trong tổng số thuộc thẩm quyền của tỉnh.",
          "The total of commune posts is fixed; their distribution is for the province to decide.",
        ],
        legalBasis: [
          "Nghị định 150/2025/NĐ-CP và quyết định giao biên chế của cấp có thẩm quyền",
          "Decree 150/2025/NĐ-CP and the competent decisions on staff numbers",
        ],
      },
      {
        kind: "commitment",
        body: [
          "Bộ đang sửa hướng dẫn vị trí việc làm cấp xã, trong đó có vị trí phụ trách chuyển đổi số không kiêm nhiệm. Trước mắt, tỉnh được hợp đồng thuê chuyên gia theo cụm xã.",
          "The Ministry is revising the guide to posts in communes; it will contain a full-time post for digital transformation. Until then a province may hire specialists for groups of communes.",
        ],
        promise: [
          "Ban hành hướng dẫn vị trí việc làm cấp xã có vị trí chuyển đổi số.",
          "Issue the guide to commune posts with a post for digital transformation.",
        ],
        owner: [
          "Vụ Công chức - Viên chức, Bộ Nội vụ",
          "Department of Civil Servants and Public Employees, Ministry of Home Affairs",
        ],
        months: 5,
      },
    ],
  },
  {
    id: "minority-language",
    kind: "feedback",
    field: "procedures",
    bottleneck: "bottleneck.human-resources",
    from: ["official", "teacher", "farmer"],
    to: "BDTTG",
    where: "mountain",
    slots: { n: [55, 90], w: [6, 20] },
    title: [
      "Hướng dẫn dịch vụ công chưa có tiếng dân tộc ở {commune}, {p}",
      "No guide to public services in minority languages in {commune}, {p}",
    ],
    content: [
      "Ở {commune}, {province} khoảng {n}% bà con nói tiếng {a:Mông|Thái|Dao|Ba Na|Ê Đê} hằng ngày. Hướng dẫn nộp hồ sơ trên điện thoại chỉ có tiếng Việt. Các cụ bấm nhầm rồi bỏ, phải đi bộ ra xã.",
      "In {commune}, {province} about {n}% of the people speak {a:Hmong|Thai|Dao|Bahnar|Ede} every day. The guide to applying by telephone is in Vietnamese only. Older people press the wrong button, give up and walk to the commune's office.",
    ],
    endings: [
      {
        kind: "solved",
        body: [
          "Đã làm bốn đoạn phim ngắn có lời tiếng dân tộc, mỗi đoạn ba phút, phát trên loa thôn và dán mã QR ở bộ phận một cửa từ ngày {d-6}. Người nói trong phim là giáo viên tại xã.",
          "Four short films of three minutes in the minority language are ready, played over the loudspeakers and linked by a QR code at the one-stop desk since {d-6}. A local teacher speaks in them.",
        ],
        whatChanged: [
          "Làm bốn phim hướng dẫn bằng tiếng dân tộc và đặt tại bộ phận một cửa.",
          "Four guides on film in the minority language, at the one-stop desk.",
        ],
        measure: ["Hồ sơ trực tuyến người dân tự nộp", "Applications that people file themselves"],
        unit: ["hồ sơ/tuần", "a week"],
        before: "{w}",
        after: "41",
        evidence: ["Thống kê của bộ phận một cửa trong hai tuần", "Figures of the one-stop desk over two weeks"],
      },
      {
        kind: "commitment",
        body: [
          "Chúng tôi đang dịch hướng dẫn 25 thủ tục thiết yếu ra sáu thứ tiếng, có cả bản ghi âm. Bản tiếng dân tộc ở xã của ông/bà làm trước.",
          "We are translating the guides to 25 essential procedures into six languages, with sound. The language of your commune comes first.",
        ],
        promise: [
          "Phát hành hướng dẫn có lời tiếng dân tộc cho 25 thủ tục.",
          "Publish spoken guides to 25 procedures in the minority language.",
        ],
        owner: [
          "Vụ Tuyên truyền, Bộ Dân tộc và Tôn giáo",
          "Information Department, Ministry of Ethnic Minorities and Religions",
        ],
        months: 3,
      },
    ],
  },
  {
    id: "consular-booking",
    kind: "feedback",
    field: "procedures",
    bottleneck: "bottleneck.shared-platforms",
    from: ["overseas"],
    to: "BNG",
    where: "nowhere",
    slots: { n: [3, 6], w: [5, 11] },
    title: [
      "Đặt lịch lãnh sự trực tuyến luôn hết chỗ, phải chờ {w} tuần",
      "Consular appointments online are always full, the wait is {w} weeks",
    ],
    content: [
      "Tôi sống ở nước ngoài, cần gia hạn hộ chiếu cho con. Trang đặt lịch mở lúc nửa đêm theo giờ Việt Nam, {n} tuần liền vào là hết chỗ. {a:Có nơi rao bán lượt hẹn trên mạng.|Gọi điện thì máy bận.} Tôi phải chờ {w} tuần.",
      "I live abroad and need to renew my child's passport. The booking page opens at midnight Viet Nam time, and for {n} weeks running it was full at once. {a:Slots are offered for sale on the internet.|The telephone is always engaged.} I had to wait {w} weeks.",
    ],
    endings: [
      {
        kind: "solved",
        body: [
          "Từ ngày {d-5} lịch mở theo giờ nước sở tại, mỗi số định danh chỉ giữ một lượt, lượt bỏ được trả lại ngay. Hộ chiếu trẻ em nộp được qua bưu điện.",
          "Since {d-5} the calendar opens at local time, each identity number holds one slot only, and cancelled slots return at once. Children's passports can be applied for by post.",
        ],
        whatChanged: [
          "Mở lịch theo giờ sở tại, chặn giữ nhiều lượt, nhận hồ sơ trẻ em qua bưu điện.",
          "Local opening time, one slot per person, children's applications by post.",
        ],
        measure: ["Thời gian chờ lịch hẹn", "Wait for an appointment"],
        unit: ["tuần", "weeks"],
        before: "{w}",
        after: "1.5",
        evidence: ["Số liệu của hệ thống đặt lịch trong tháng", "Figures of the booking system for the month"],
      },
      {
        kind: "commitment",
        body: [
          "Chúng tôi xin lỗi vì bất tiện. Hệ thống mới có xác thực bằng tài khoản định danh điện tử sẽ thay hệ thống hiện tại; từ tuần này mở thêm lịch chiều thứ Tư.",
          "We apologise. A new system with electronic identity will replace the present one; from this week there are additional slots on Wednesday afternoons.",
        ],
        promise: [
          "Đưa hệ thống đặt lịch mới vào dùng tại các cơ quan đại diện.",
          "Put the new booking system into use at the missions.",
        ],
        owner: ["Cục Lãnh sự, Bộ Ngoại giao", "Consular Department, Ministry of Foreign Affairs"],
        months: 3,
      },
    ],
  },
  {
    id: "vehicle-inspection",
    kind: "feedback",
    field: "procedures",
    bottleneck: "bottleneck.shared-platforms",
    from: ["resident", "firm"],
    to: "BXD",
    where: "city",
    slots: { n: [2, 5], m: [70, 160] },
    title: [
      "Đặt lịch đăng kiểm ở {p} xong, đến nơi báo không có tên",
      "Inspection booked online in {p}, but no record at the centre",
    ],
    content: [
      "Tôi đặt lịch đăng kiểm xe trên ứng dụng, có tin nhắn xác nhận. Đến trung tâm tại {commune}, {province} thì máy báo không có tên, phải xếp hàng lại từ đầu, chờ {m} phút. Tháng này tôi bị {n} lần vì công ty có nhiều xe.",
      "I booked a vehicle inspection in the application and had a message of confirmation. At the centre in {commune}, {province} my name was not on the list; I queued again from the beginning, {m} minutes. It happened {n} times this month, as our firm has several cars.",
    ],
    endings: [
      {
        kind: "solved",
        body: [
          "Lịch đặt sau 17 giờ không đồng bộ sang máy của trung tâm. Cục Đăng kiểm đã sửa ngày {d-4}; lịch nay hiện trong một phút. Trung tâm đã bố trí làn riêng cho xe có hẹn.",
          "Bookings made after 17:00 did not reach the centre's computer. The Viet Nam Register mended this on {d-4}; a booking now shows within one minute. The centre has a lane for cars with an appointment.",
        ],
        whatChanged: [
          "Sửa đồng bộ lịch hẹn và mở làn riêng cho xe có hẹn.",
          "Bookings synchronise, and there is a lane for appointments.",
        ],
        measure: ["Thời gian chờ của xe có hẹn", "Wait of cars with an appointment"],
        unit: ["phút", "minutes"],
        before: "{m}",
        after: "25",
        evidence: ["Số liệu vào, ra của trung tâm trong một tuần", "Entry and exit times of the centre over one week"],
      },
    ],
  },
];
