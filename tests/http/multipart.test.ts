import { expect, test } from "vitest";
import { BrokenFormError, type IncomingFile, readParts } from "../../app/http/multipart.ts";

const KB = 1024;

test("text and files are told apart, however the name is written, and an empty choice is no file", async () => {
  const body = [
    text("content", "Đường ngập"),
    file('ảnh \\" 1.jpg', "y".repeat(900 * KB)),
    file("", ""),
    text("after", "b"),
  ];
  const got: { name: string; size: number }[] = [];
  const form = await readParts(formOf(...body), async (sent) => {
    got.push({ name: sent.name, size: await sizeOf(sent) });
  });
  expect(Object.fromEntries(form)).toEqual({ content: "Đường ngập", after: "b" });
  expect(got).toEqual([{ name: 'ảnh " 1.jpg', size: 900 * KB }]);
});

test("a file that is too big ends at the limit and is told, and the form goes on", async () => {
  let tooBig = false;
  const form = await readParts(formOf(file("1.jpg", "y".repeat(21 * KB * KB)), text("b", "b")), async (sent) => {
    expect(await sizeOf(sent)).toBe(20 * KB * KB);
    tooBig = sent.tooBig();
  });
  expect(tooBig).toBe(true);
  expect(form.get("b")).toBe("b");
});

test("what goes wrong with a file is told once the form has been read", async () => {
  const reading = readParts(formOf(file("1.jpg", "y".repeat(900 * KB)), text("b", "b")), async () => {
    throw new Error("the disk is full");
  });
  await expect(reading).rejects.toThrow("the disk is full");
});

test("a file left halfway holds up nothing", async () => {
  const form = await readParts(formOf(file("1.jpg", "y".repeat(3 * KB * KB)), text("b", "b")), async (sent) => {
    for await (const chunk of sent.bytes) if (chunk.length > 0) break;
  });
  expect(form.get("b")).toBe("b");
});

test("a body that ends early is broken for the form and for its file", async () => {
  const whole = file("1.jpg", "y".repeat(900 * KB));
  let seen: unknown = null;
  const reading = readParts(requestOf(whole.slice(0, 500 * KB)), async (sent) => {
    await sizeOf(sent).catch((error: unknown) => {
      seen = error;
    });
  });
  await expect(reading).rejects.toThrow(BrokenFormError);
  expect(seen).toBeInstanceOf(Error);
});

test("a connection that breaks is told to the file that was coming in", async () => {
  let seen: unknown = null;
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  let sent = false;
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (!sent) controller.enqueue(new TextEncoder().encode(file("1.jpg", "y".repeat(300 * KB)).slice(0, -3)));
      else {
        await begun;
        controller.error(new Error("gone"));
      }
      sent = true;
    },
  });
  const reading = readParts(requestOf(stream), async (incoming) => {
    begin();
    await sizeOf(incoming).catch((error: unknown) => {
      seen = error;
    });
  });
  await expect(reading).rejects.toThrow(BrokenFormError);
  expect(seen).toBeInstanceOf(BrokenFormError);
});

test.each(["garbage", "--x1\r\nContent-Disposition: form-data; name=a\r\n\r\nb"])("%j is no form", async (body) => {
  await expect(readParts(requestOf(body), async () => {})).rejects.toThrow(BrokenFormError);
});

test("without a boundary there is no form", async () => {
  const headers = { "Content-Type": "multipart/form-data; a=b" };
  const request = new Request("https://portal.example/", { method: "POST", body: "x", headers });
  await expect(readParts(request, async () => {})).rejects.toThrow(BrokenFormError);
});

test("more text than a form may hold is refused", async () => {
  const body = formOf(text("a", "x".repeat(300 * KB)), text("b", "x".repeat(300 * KB)));
  await expect(readParts(body, async () => {})).rejects.toThrow(BrokenFormError);
});

const text = (name: string, value: string) => part(`Content-Disposition: form-data; name="${name}"`, value);
const file = (name: string, value: string) =>
  part(`Content-Disposition: form-data; name="attachments"; filename="${name}"\r\nContent-Type: image/jpeg`, value);
const part = (headers: string, body: string) => `--x1\r\n${headers}\r\n\r\n${body}\r\n`;
const formOf = (...parts: string[]) => requestOf(`${parts.join("")}--x1--\r\n`);

function requestOf(body: BodyInit): Request {
  const headers = { "Content-Type": "multipart/form-data; boundary=x1" };
  const init = { method: "POST", body, headers, duplex: "half" };
  return new Request("https://portal.example/", init);
}

async function sizeOf(sent: IncomingFile): Promise<number> {
  let size = 0;
  for await (const chunk of sent.bytes) size += chunk.length;
  return size;
}
