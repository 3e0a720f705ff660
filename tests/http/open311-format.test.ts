import fc from "fast-check";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { expect, test } from "vitest";
import { carriable, contentType, list, write } from "../../app/http/open311-format.ts";

const parser = new XMLParser({ parseTagValue: false, trimValues: false, isArray: (name) => name === "value" });

/** Text that breaks careless writers: control characters, half pairs, emoji, the ends of CDATA and comments, entities. */
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc
    .array(
      fc.constantFrom(
        "]]>",
        "<![CDATA[",
        "-->",
        "&amp;",
        "&#x0;",
        "\u0000",
        "\u001b",
        "\r\n",
        "\r",
        "\ud83d",
        "😀",
        "Ệ",
        "<",
        ">",
        "&",
        '"',
        "'",
        "\ufffe",
        " ",
        "\t",
        "\n",
      ),
      { maxLength: 12 },
    )
    .map((pieces) => pieces.join("")),
);

test("any text comes out of XML and JSON as the same text", () => {
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 4 }), (word, words) => {
      const tree = { word, values: list("value", words), none: null, yes: true, count: 7 };
      const xml = write("xml", "root", tree);
      expect(XMLValidator.validate(xml)).toBe(true);
      const { root } = parser.parse(xml);
      expect(root.word).toBe(carriable(word));
      const values = root.values === "" ? [] : root.values.value;
      expect(values).toEqual(words.map(carriable));
      const json = JSON.parse(write("json", "root", tree));
      expect(json.word ?? "").toBe(carriable(word));
      expect(json.values.map((value: unknown) => value ?? "")).toEqual(words.map(carriable));
      expect([json.none, json.yes, json.count, root.yes, root.count]).toEqual([null, true, 7, "true", "7"]);
    }),
    { numRuns: 500 },
  );
});

test("a list of none, one and two stays a list", () => {
  expect(write("xml", "services", list("service", []))).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<services/>');
  expect(write("json", "services", list("service", []))).toBe("[]");
  expect(write("json", "services", list("service", [{ code: "a" }]))).toBe('[{"code":"a"}]');
  expect(write("xml", "services", list("service", [{ code: "a" }, { code: "b" }]))).toContain(
    "<services><service><code>a</code></service><service><code>b</code></service></services>",
  );
});

test("an empty element is null in JSON, and both types name their charset", () => {
  expect(write("xml", "request", { account_id: null, zipcode: "" })).toContain(
    "<request><account_id/><zipcode/></request>",
  );
  expect(write("json", "request", { account_id: null, zipcode: "" })).toBe('{"account_id":null,"zipcode":null}');
  expect([contentType("xml"), contentType("json")]).toEqual([
    "text/xml; charset=utf-8",
    "application/json; charset=utf-8",
  ]);
});
