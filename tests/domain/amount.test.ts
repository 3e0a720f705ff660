import { expect, test } from "vitest";
import fc from "fast-check";
import { MOST, readCount, readHours, readMoney, readNumber } from "../../app/domain/amount.ts";

test.each([
  ["40000000", 40_000_000],
  ["40.000.000", 40_000_000],
  ["40,000,000", 40_000_000],
  ["40 000 000 đ", 40_000_000],
  ["40.000.000₫", 40_000_000],
  ["40.000.000 VNĐ", 40_000_000],
  ["VND 40,000,000", 40_000_000],
  ["40 triệu", 40_000_000],
  ["40 triệu đồng", 40_000_000],
  ["40tr", 40_000_000],
  ["khoảng 40 triệu đồng một năm", 40_000_000],
  ["40 triệu đồng/năm", 40_000_000],
  ["~40 triệu mỗi năm", 40_000_000],
  ["40 million dong a year", 40_000_000],
  ["1,5 tỷ", 1_500_000_000],
  ["1.5 tỉ đồng", 1_500_000_000],
  ["1,5 ty dong", 1_500_000_000],
  ["1.5 billion", 1_500_000_000],
  ["1.500 triệu", 1_500_000_000],
  ["1 tỷ 500 triệu", 1_500_000_000],
  ["1tr5", 1_500_000],
  ["1.500.000", 1_500_000],
  ["500k", 500_000],
  ["500 nghìn đồng", 500_000],
  ["500 ngàn", 500_000],
  ["2,5 triệu/tháng", 30_000_000],
  ["5 triệu mỗi quý", 20_000_000],
  ["1 million per month", 12_000_000],
  ["0", 0],
])("%s is %i đồng a year", (typed, dong) => expect(readMoney(typed)).toBe(dong));

test.each([
  "",
  "nhiều",
  "40-50 triệu",
  "40 hay 50 triệu",
  "1,5",
  "-5",
  "1.50.0",
  "10 usd",
  "9".repeat(30),
  "5 triệu 2 tỷ",
  "1e9",
])("%s is no amount of money", (typed) => expect(readMoney(typed)).toBeNull());

test.each([
  ["40", 40],
  ["40 giờ", 40],
  ["40h", 40],
  ["40 giờ làm việc", 40],
  ["khoảng 40 giờ mỗi năm", 40],
  ["about 40 hours a year", 40],
  ["1,5 giờ", 1.5],
  ["0.5", 0.5],
  ["30 phút", 0.5],
  ["1 giờ 30 phút", 1.5],
  ["60 ngày", 480],
  ["60 ngày công", 480],
  ["60 ngày làm việc", 480],
  ["60 days", 480],
  ["2 tuần", 80],
  ["2 tháng", 352],
  ["4 giờ/tháng", 48],
  ["2 giờ mỗi tuần", 104],
  ["1.200 giờ", 1200],
])("%s is %d hours a year", (typed, hours) => expect(readHours(typed)).toBe(hours));

test.each(["", "lâu lắm", "2-3 ngày", "40 triệu", "-1", "5 giờ 2 ngày"])("%s is no time", (typed) =>
  expect(readHours(typed)).toBeNull(),
);

test.each([
  ["12", 12],
  ["12 lần", 12],
  ["12 lần/năm", 12],
  ["2 lần mỗi tháng", 24],
  ["2 times a month", 24],
  ["hằng tháng", 12],
  ["hàng quý", 4],
  ["monthly", 12],
  ["200 hộ", 200],
  ["khoảng 1.200 doanh nghiệp", 1200],
  ["1,2 nghìn hộ kinh doanh", 1200],
  ["3 triệu người", 3_000_000],
])("%s is %i", (typed, count) => expect(readCount(typed)).toBe(count));

test.each(["", "vài", "1,5", "10-20", "5 lần 3", "-4", "12%"])("%s is no count", (typed) =>
  expect(readCount(typed)).toBeNull(),
);

test("a number that was read is read again as itself", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: MOST }), (number) => {
      for (const spelled of [number.toLocaleString("vi"), number.toLocaleString("en"), String(number)]) {
        expect(readNumber(spelled)).toBe(number);
        expect(readMoney(spelled)).toBe(number);
        expect(readCount(spelled)).toBe(number);
      }
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 8 }), (hundredths) => {
      const hours = hundredths / 100;
      expect(readHours(String(readHours(String(hours))))).toBe(hours);
    }),
  );
});

test("nothing that people type breaks it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (typed) => {
      for (const value of [readMoney(typed), readHours(typed), readCount(typed)])
        expect(value === null || (value >= 0 && value <= MOST)).toBe(true);
    }),
  );
});
