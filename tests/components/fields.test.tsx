import { expect, test } from "vitest";
import { Checkbox, CheckboxGroup, RadioGroup } from "../../app/components/choice-field.tsx";
import { DateField } from "../../app/components/date-field.tsx";
import { ErrorSummary } from "../../app/components/error-summary.tsx";
import { FileField, SelectField, TextArea, TextField, TrapField } from "../../app/components/field.tsx";
import { html } from "./render.tsx";

const text = { name: "title", label: "Tiêu đề", hint: "Một câu ngắn", error: "Nhập tiêu đề" };
const options = [
  { value: "a", label: "Một" },
  { value: "b", label: "Hai", hint: "Ghi chú" },
];

test.each([
  ["text", <TextField key="t" {...text} />],
  ["paragraph", <TextArea key="a" {...text} />],
  ["select", <SelectField key="s" {...text} options={options} />],
  ["files", <FileField key="f" {...text} />],
])("a %s field ties label, hint and error to its control", async (_, field) => {
  const markup = await html(field);
  expect(markup).toContain('<label class="field__label" for="title">');
  const control = tagWithId(markup, "title");
  expect(control).toContain('name="title"');
  expect(control).toContain('aria-describedby="title-hint title-error"');
  expect(control).toContain('aria-invalid="true"');
  expect(markup).toContain('id="title-hint"');
  expect(markup).toMatch(/id="title-error".*<span class="visually-hidden">Lỗi: <\/span>Nhập tiêu đề/);
});

test("a field without error or hint points to nothing", async () => {
  const markup = await html(<TextField name="title" label="Tiêu đề" />);
  expect(markup).not.toMatch(/aria-describedby|aria-invalid|field--error/);
});

test("an optional field says so in words", async () => {
  expect(await html(<TextField name="title" label="Title" optional />, "en")).toContain("(optional)");
});

test("the only question of a page is its heading", async () => {
  expect(await html(<TextArea name="content" label="Chuyện gì?" asHeading />)).toContain("<h1><label");
  expect(await html(<RadioGroup name="kind" label="Loại nào?" options={options} asHeading />)).toMatch(
    /<legend[^>]*><h1>/,
  );
});

test("other attributes reach the control", async () => {
  const markup = await html(
    <TextField name="email" label="E-mail" type="email" autoComplete="email" defaultValue="a@b.example" />,
  );
  expect(markup).toMatch(/<input type="email"[^>]*autoComplete="email"[^>]*value="a@b.example"/i);
});

test("the first choice of a group carries the field's id, so that an error link lands on it", async () => {
  for (const Group of [RadioGroup, CheckboxGroup]) {
    const markup = await html(<Group name="who" label="Ai?" options={options} error="Chọn một" />);
    expect(markup).toMatch(/<fieldset aria-describedby="who-error">/);
    expect(tagWithId(markup, "who")).toContain('value="a"');
    expect(tagWithId(markup, "who-2")).toContain('value="b"');
    expect(tagWithId(markup, "who-2")).toContain('aria-describedby="who-2-note"');
    expect(markup).toContain('<label for="who-2">Hai</label>');
  }
});

test("given answers are chosen again", async () => {
  expect(await html(<RadioGroup name="who" label="Ai?" options={options} value="b" />)).toMatch(/checked="" value="b"/);
  expect(await html(<CheckboxGroup name="who" label="Ai?" options={options} values={["a"]} />)).toMatch(
    /checked="" value="a"/,
  );
  expect(await html(<Checkbox name="yes" label="Đồng ý" checked />)).toMatch(/checked="" value="yes"/);
  expect(await html(<SelectField name="who" label="Ai?" options={options} defaultValue="b" />)).toMatch(
    /<option value="b" selected="">/,
  );
});

test("an error in a date leads to its wrong part", async () => {
  const markup = await html(
    <DateField name="on" label="Ngày" error="Năm có bốn chữ số" wrong="year" values={{ year: "26" }} />,
  );
  expect(tagWithId(markup, "on")).toMatch(/aria-invalid="true" name="on.year" value="26"/);
  expect(tagWithId(markup, "on-day")).toContain('name="on.day"');
  expect(markup.match(/aria-invalid/g)).toHaveLength(1);
});

test("the error summary takes the focus and links to each field", async () => {
  const markup = await html(
    <ErrorSummary
      errors={[
        { name: "title", message: "Nhập tiêu đề" },
        { name: "outcome.measure", message: "Nhập thước đo" },
        { name: "form", message: "Gửi lại sau ít phút", id: null },
      ]}
    />,
  );
  expect(markup).toMatch(/id="loi" role="alert" tabindex="-1" autofocus=""/i);
  expect(markup).toContain("Có 3 lỗi cần sửa");
  expect(markup).toContain('<a href="#title">Nhập tiêu đề</a>');
  expect(markup).toContain('<a href="#outcome.measure">Nhập thước đo</a>');
  expect(markup).toContain("<li>Gửi lại sau ít phút</li>");
});

test("without errors there is no summary", async () => {
  expect(await html(<ErrorSummary errors={[]} />)).toBe("");
});

test("the trap field is out of sight of people and of screen readers", async () => {
  expect(await html(<TrapField name="website" />)).toMatch(/aria-hidden="true".*tabindex="-1" autocomplete="off"/i);
});

function tagWithId(markup: string, id: string): string {
  return markup.match(new RegExp(`<[a-z]+[^>]* id="${id}"[^>]*>`))?.[0] ?? "";
}
