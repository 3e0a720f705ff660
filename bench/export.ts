import { request } from "node:http";
import { fire, percentile, type Shot } from "./load.ts";
import type { Report } from "./office.ts";
import type { Subject } from "./processes.ts";

/** How much more memory the server may take while it sends everything published. */
const REACH = 150e6;

/**
 * Reads everything published as CSV while people go on sending cases: how much
 * more memory the server takes at the most, and how long the senders wait. No
 * finished files are there, so each row is read while it is sent.
 */
export async function exportMemory(portal: Subject, published: number, engine: string, report: Report): Promise<void> {
  const before = (await portal.usage()).rss;
  let most = before;
  const others = { sending: true };
  const times: number[] = [];
  const senders = async () => {
    for (let index = 0; others.sending; index += 1) {
      const volley = await fire(portal.port, 4, 4, (one) => submission(`export-${engine}-${index}-${one}`));
      if (volley.statuses.get(201) !== 4) throw new Error("a case sent during the export was not stored");
      times.push(...volley.times);
    }
  };
  const watching = async () => {
    while (others.sending) {
      most = Math.max(most, (await portal.usage()).rss);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const busy = Promise.all([senders(), watching()]);
  const began = performance.now();
  const read = await readWhole(portal.port, "/open-data/cases.csv");
  const seconds = (performance.now() - began) / 1000;
  others.sending = false;
  await busy;
  if (read.lines < published) throw new Error(`the export has ${read.lines} lines of ${published}`);
  const more = most - before;
  const what = `${Math.round(read.bytes / 1e6)} MB in ${seconds.toFixed(0)} s, ${times.length} cases sent meanwhile at p95 ${percentile(
    times.toSorted((a, b) => a - b),
    0.95,
  ).toFixed(0)} ms`;
  report(
    `CSV of ${published.toLocaleString("en")} published cases on ${engine}: more memory (${what})`,
    `${Math.round(more / 1e6)} MB`,
    "< 150 MB",
    more < REACH,
  );
}

function submission(key: string): Shot {
  return {
    path: "/api/v1/cases",
    method: "POST",
    headers: { "Content-Type": "application/json", "Idempotency-Key": `${key}-${Date.now()}` },
    body: JSON.stringify({
      kind: "feedback",
      content: `Nộp hồ sơ trực tuyến mất cả buổi sáng vì đường truyền chậm. Lần gửi ${key}.`,
      provinceCode: "01",
      reporterType: "anonymous",
      publishConsent: "yes",
    }),
  };
}

/** Reads an answer as it comes and keeps none of it. */
function readWhole(port: number, path: string): Promise<{ bytes: number; lines: number }> {
  return new Promise((resolve, reject) => {
    const call = request({ host: "127.0.0.1", port, path }, (response) => {
      let bytes = 0;
      let lines = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines += 1;
      });
      response.on("error", reject);
      response.on("end", () => {
        if (response.statusCode === 200) resolve({ bytes, lines });
        else reject(new Error(`the export answered ${response.statusCode}`));
      });
    });
    call.once("error", reject);
    call.end();
  });
}
