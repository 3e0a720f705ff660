import { expect, test } from "vitest";
import { describeApi } from "../../app/http/api-openapi.ts";
import { faultsOf } from "../openapi.ts";

const document: unknown = JSON.parse(JSON.stringify(describeApi("en", "https://portal.example")));
const contentType = "application/json; charset=utf-8";
const item = { code: "01", nameVi: "Hà Nội", nameEn: "Ha Noi" };
const provinces = (body: unknown, status = 200) =>
  faultsOf(document, { method: "GET", path: "/api/v1/provinces", status, contentType, body });

test("an answer that is not as the document says is told, whatever is wrong with it", () => {
  expect(provinces({ items: [], nextCursor: null })).toEqual([]);
  expect(provinces({ items: [] })).not.toEqual([]);
  expect(provinces({ items: [], nextCursor: 1 })).not.toEqual([]);
  expect(provinces({ items: [], nextCursor: null, more: true })).not.toEqual([]);
  expect(provinces({ items: [item], nextCursor: null })).not.toEqual([]);
  expect(provinces({ items: [], nextCursor: null }, 201)).not.toEqual([]);
  expect(provinces(undefined)).not.toEqual([]);
  expect(
    faultsOf(document, { method: "GET", path: "/api/v1/nowhere", status: 200, contentType, body: {} }),
  ).not.toEqual([]);
});
