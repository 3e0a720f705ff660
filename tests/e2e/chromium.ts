import { existsSync, mkdirSync, mkdtempSync, renameSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { inflate } from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

const cache = path.join(import.meta.dirname, "../../node_modules/.cache/chromium");

/**
 * A real Chromium from npm. Its archives hold the libraries that a bare system
 * lacks (libnss3, libnspr4); they are always used, so that every machine runs
 * the same browser.
 */
export async function launchChromium(): Promise<Browser> {
  const folder = await unpacked();
  return chromium.launch({
    executablePath: path.join(folder, "chromium"),
    args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none", "--disable-background-networking"],
    env: {
      ...definedEnv(),
      LD_LIBRARY_PATH: path.join(folder, "al2023", "lib"),
      // The archive's own list names folders of another system; without one font every page crashes.
      FONTCONFIG_FILE: path.join(import.meta.dirname, "fonts.conf"),
      HOME: folder,
    },
  });
}

/** Unpacks into a folder of its own and moves it into place whole, so that a broken run leaves nothing half. */
async function unpacked(): Promise<string> {
  const bin = path.join(path.dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "../bin");
  const ready = path.join(cache, "unpacked");
  if (existsSync(ready)) return ready;
  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(path.join(cache, "part-"));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = fresh;
  try {
    for (const archive of ["chromium.br", "fonts.tar.br", "al2023.tar.br", "swiftshader.tar.br"])
      await inflate(path.join(bin, archive));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  if (!existsSync(ready)) renameSync(fresh, ready);
  return ready;
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
