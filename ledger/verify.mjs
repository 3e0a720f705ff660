#!/usr/bin/env node
// Checks the public ledger of the portal "Cầu Nối" without asking the portal: with the files below, Node 20 or newer,
// and nothing else. This file stands alone on purpose. It shares no line with the portal's own program, so a fault of
// one does not hide in the other; and its few words are in the table at its end, in both languages, because somebody
// who has only this file must understand it.
//
//   node verify.mjs get URL FOLDER [CODE ...]   downloads the ledger, and the proofs of the cases named, into a folder
//   node verify.mjs PATH ... [--keys FILE] [--earlier PATH ...] [--json] [--lang vi|en]
//   node verify.mjs --help
//
// PATH is a folder made by `get`, or the proof file of one case. --keys: the keys as you got them on another day or
// from somebody else. --earlier: a checkpoint, or a whole folder, that you kept from another day.
//
// Exit codes: 0 everything holds, 1 something does not (the first bad index is named), 2 the files cannot be read.
//
// The formats: a leaf is SHA-256(0x00, its index as 8 bytes, commitment), a node SHA-256(0x01, left, right), the tree
// that of RFC 9162; checkpoints are signed notes (C2SP tlog-checkpoint) with two further lines, number and time.
import { createHash, createPublicKey, verify as verifySignature } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const ROW = 256;
const HEX = /^[0-9a-f]{64}$/;

// ---------------------------------------------------------------- the tree

const sha256 = (...parts) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const nodeHash = (left, right) => sha256(Buffer.of(1), left, right);
export function leafHash(index, commitment) {
  const place = Buffer.alloc(8);
  place.writeBigUInt64BE(BigInt(index));
  return sha256(Buffer.of(0), place, commitment);
}

/** A tree that grows leaf by leaf and remembers one hash per level. */
function growingTree() {
  const parts = [];
  let size = 0;
  return {
    add(leaf) {
      let hash = leaf;
      for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) hash = nodeHash(parts.pop(), hash);
      parts.push(hash);
      size += 1;
    },
    root: () => (parts.length === 0 ? sha256() : parts.reduceRight((right, left) => nodeHash(left, right))),
  };
}

/** The root to which a proof of inclusion leads (RFC 9162, 2.1.3.2); null for a proof of the wrong length. */
export function rootByInclusion(index, size, leaf, proof) {
  if (index >= size) return null;
  let place = index;
  let last = size - 1;
  let hash = leaf;
  for (const other of proof) {
    if (last === 0) return null;
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(other, hash);
      while (place % 2 === 0 && place !== 0) {
        place /= 2;
        last = Math.floor(last / 2);
      }
    } else hash = nodeHash(hash, other);
    place = Math.floor(place / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? hash : null;
}

/** Whether a proof shows that the tree of `size` leaves begins with the earlier one (RFC 9162, 2.1.4.2). */
export function isConsistent(earlier, size, earlierRoot, root, proof) {
  if (earlier === size) return proof.length === 0 && earlierRoot.equals(root);
  if (earlier === 0 || earlier > size) return false;
  let odd = earlier;
  while (odd % 2 === 0) odd /= 2;
  const hashes = odd === 1 ? [earlierRoot, ...proof] : [...proof];
  let place = earlier - 1;
  let last = size - 1;
  while (place % 2 === 1) {
    place = (place - 1) / 2;
    last = Math.floor(last / 2);
  }
  let [first] = hashes;
  if (!first) return false;
  let second = first;
  for (const other of hashes.slice(1)) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      first = nodeHash(other, first);
      second = nodeHash(other, second);
      while (place % 2 === 0 && place !== 0) {
        place /= 2;
        last = Math.floor(last / 2);
      }
    } else second = nodeHash(second, other);
    place = Math.floor(place / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && first.equals(earlierRoot) && second.equals(root);
}

// ---------------------------------------------------------------- keys and checkpoints

class Unreadable extends Error {
  constructor(word, about) {
    super(word);
    this.word = word;
    this.about = about;
  }
}

/** Keys as signed notes write them, a line each: name+id+base64 of the kind (1: Ed25519) and the 32 bytes of the key. */
function readKeys(text, about) {
  const keys = text
    .split("\n")
    .filter((line) => line.includes("+"))
    .map((line) => {
      const [name = "", id = "", ...rest] = line.trim().split("+");
      const bytes = Buffer.from(rest.join("+"), "base64");
      const right = sha256(`${name}\n`, bytes).subarray(0, 4).toString("hex");
      if (bytes.length !== 33 || bytes[0] !== 1 || id !== right) throw new Unreadable("badKey", about);
      const der = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), bytes.subarray(1)]);
      return { name, id, key: createPublicKey({ key: der, format: "der", type: "spki" }) };
    });
  if (keys.length === 0) throw new Unreadable("noKeys", about);
  return keys;
}

/** What a checkpoint says; `signed` is false unless one of the keys signed exactly this text. Null when it is none. */
function readCheckpoint(note, keys) {
  const cut = note.indexOf("\n\n");
  const text = note.slice(0, cut + 1);
  const [origin = "", size = "", root = "", numberLine = "", timeLine = "", ...more] = text.split("\n");
  const number = /^number (\d+)$/.exec(numberLine)?.[1];
  const time = /^time (\S+)$/.exec(timeLine)?.[1];
  if (cut < 0 || !/^(0|[1-9]\d*)$/.test(size) || !number || !time || more.join("") !== "") return null;
  const bytes = Buffer.from(root, "base64");
  if (bytes.length !== 32 || bytes.toString("base64") !== root) return null;
  return {
    origin,
    size: Number(size),
    root: bytes,
    number: Number(number),
    time,
    signed: isSigned(note, cut, origin, keys),
  };
}

/** Whether every signature of a key that we know fits the text, and there is one. Others may have signed it too. */
function isSigned(note, cut, origin, keys) {
  const text = Buffer.from(note.slice(0, cut + 1));
  const lines = note.slice(cut + 2).split("\n");
  if (lines.pop() !== "") return false;
  let right = 0;
  for (const line of lines) {
    const [, name, value = ""] = /^— (\S+) (\S+)$/.exec(line) ?? [];
    const signature = Buffer.from(value, "base64");
    if (name === undefined || signature.toString("base64") !== value) return false;
    const known = keys.find((key) => key.name === name && key.id === signature.subarray(0, 4).toString("hex"));
    if (!known || name !== origin) continue;
    if (!verifySignature(null, text, known.key, signature.subarray(4))) return false;
    right += 1;
  }
  return right > 0;
}

// ---------------------------------------------------------------- what is committed to

/** JSON with sorted keys: the bytes that commitments are made of. */
export function canonicalJson(value) {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(",")}}`;
}
const commitmentTo = (salt, value) => sha256(Buffer.from(salt, "hex"), Buffer.from(canonicalJson(value)));

const commitmentOfEvent = ({ salt, told, kept }) => sha256(commitmentTo(salt, told), Buffer.from(kept, "hex"));

// ---------------------------------------------------------------- a folder

/** Collects what is wrong; the first bad index of all of it is the answer. */
function report() {
  const findings = [];
  return {
    findings,
    bad: (index, problem, where) => findings.push({ index, problem, where: path.normalize(where) }),
  };
}

const numbersIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /^(0|[1-9]\d*)$/.test(name))
        .map(Number)
        .sort((a, b) => a - b)
    : [];

const read = (file) => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new Unreadable("cannotRead", file);
  }
};

/** The checkpoints of a folder in order: each signed, each of its number, each later and larger than the one before. */
function checkCheckpoints(folder, keys, { bad }) {
  const right = [];
  let known = 0;
  const numbers = numbersIn(path.join(folder, "checkpoints"));
  for (let number = 1; number <= (numbers.at(-1) ?? 0); number += 1) {
    const where = path.join(folder, "checkpoints", String(number));
    const found = existsSync(where) ? readCheckpoint(read(where), keys) : null;
    const before = right.at(-1);
    const problem = !existsSync(where)
      ? "checkpointMissing"
      : !found?.signed
        ? "checkpointUnsigned"
        : found.number !== number || found.origin !== (before ?? found).origin
          ? "checkpointSwapped"
          : before && (found.size <= before.size || found.time < before.time)
            ? "checkpointOrder"
            : null;
    if (problem) bad(known, problem, where);
    else {
      right.push(found);
      known = found.size;
    }
  }
  const where = path.join(folder, "checkpoint");
  if (existsSync(where)) {
    const latest = readCheckpoint(read(where), keys);
    const last = right.at(-1);
    if (!latest?.signed) bad(known, "checkpointUnsigned", where);
    else if (last && latest.number < last.number) bad(latest.size, "checkpointSwapped", where);
    else if (!right.some((one) => one.number === latest.number)) right.push(latest);
    else if (
      !right.some((one) => one.number === latest.number && one.root.equals(latest.root) && one.size === latest.size)
    )
      bad(right.at(-2)?.size ?? 0, "forked", where);
  }
  return right;
}

/** The leaves of a folder, line by line: "index commitment hash". Stops at the first that is wrong or missing. */
function* eachLeaf(folder, { bad }) {
  let index = 0;
  for (const number of numbersIn(path.join(folder, "leaves"))) {
    const where = path.join(folder, "leaves", String(number));
    if (number * ROW !== index)
      return bad(index, "leafMissing", path.join(folder, "leaves", String(Math.floor(index / ROW))));
    const lines = read(where).split("\n");
    const tail = lines.pop();
    for (const line of lines) {
      const [place, commitment = "", hash = ""] = line.split(" ");
      const right = HEX.test(commitment) && leafHash(index, Buffer.from(commitment, "hex"));
      if (!right || place !== String(index) || line !== `${index} ${commitment} ${right.toString("hex")}`)
        return bad(index, place !== String(index) && HEX.test(hash) ? "leafOrder" : "leafAltered", where);
      yield { index, commitment, leaf: right, where };
      index += 1;
      if (index % ROW === 0) break;
    }
    if (tail !== "" || lines.length > ROW) return bad(index, "leafAltered", where);
  }
}

/**
 * Reads every leaf once and holds the tree against each checkpoint in turn.
 * Gives what later checks need: the commitments at the places asked for, and the
 * roots at the sizes asked for.
 */
function checkTree(folder, checkpoints, wanted, results) {
  const { bad, findings } = results;
  const tree = growingTree();
  const roots = new Map();
  const commitments = new Map();
  const sizes = new Map(checkpoints.map((one) => [one.size, one]));
  let size = 0;
  let agreed = 0;
  let doubt = null;
  const before = findings.length;
  const compare = () => {
    if (wanted.sizes.has(size) || sizes.has(size)) roots.set(size, tree.root());
    const one = sizes.get(size);
    if (!one) return;
    if (one.root.equals(roots.get(size))) {
      // Leaves that a later checkpoint vouches for are right: the one in between was not.
      if (doubt) bad(doubt.from, "forked", doubt.where);
      doubt = null;
      agreed = size;
    } else doubt ??= { from: agreed, where: path.join(folder, "checkpoints", String(one.number)) };
  };
  compare();
  for (const { index, commitment, leaf } of eachLeaf(folder, results)) {
    tree.add(leaf);
    size = index + 1;
    if (wanted.places.has(index)) commitments.set(index, commitment);
    compare();
  }
  if (doubt) bad(doubt.from, "rootDiffers", doubt.where);
  const signed = checkpoints.at(-1)?.size ?? 0;
  const leaves = path.join(folder, "leaves");
  if (findings.length === before && size < signed) bad(size, "leafMissing", leaves);
  if (findings.length === before && size > signed) bad(signed, "leafUnsigned", leaves);
  return { size, roots, commitments, agreed };
}

/** Checkpoints that somebody kept: the log of today has to begin with each of them. */
function checkEarlier(paths, keys, checkpoints, tree, folder, { bad }) {
  for (const where of paths) {
    const found = where.folder ? firstOther(where.file, folder) : null;
    if (found) {
      bad(found.index, "forked", found.where);
      continue;
    }
    for (const file of where.checkpoints) {
      const kept = readCheckpoint(read(file), keys);
      if (!kept?.signed) {
        bad(0, "checkpointUnsigned", file);
        continue;
      }
      const fitting = Math.max(
        0,
        ...checkpoints.map(({ size }) => size).filter((size) => size < kept.size && size <= tree.agreed),
      );
      const root = tree.roots.get(kept.size);
      if (!root) bad(Math.min(tree.size, kept.size), "shorter", file);
      else if (!root.equals(kept.root)) bad(fitting, "forked", file);
    }
  }
}

/** The first leaf in which two folders differ, as far as both go. */
function firstOther(one, other) {
  for (const number of numbersIn(path.join(one, "leaves"))) {
    const where = path.join(other, "leaves", String(number));
    if (!existsSync(where)) return null;
    const before = read(path.join(one, "leaves", String(number))).split("\n");
    const after = read(where).split("\n");
    for (const [line, text] of before.entries())
      if (text !== "" && after[line] && after[line] !== text) return { index: number * ROW + line, where };
  }
  return null;
}

function keptAt(file) {
  if (!existsSync(file)) throw new Unreadable("cannotRead", file);
  if (!statSync(file).isDirectory()) return { file, folder: false, checkpoints: [file] };
  const inside = path.join(file, "checkpoints");
  return { file, folder: true, checkpoints: numbersIn(inside).map((number) => path.join(inside, String(number))) };
}

// ---------------------------------------------------------------- a case

function readCase(file) {
  let proof;
  try {
    proof = JSON.parse(read(file));
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable("noCase", file);
  }
  if (proof?.format !== "cau-noi-ledger-case-1" || !Array.isArray(proof.events)) throw new Unreadable("noCase", file);
  return proof;
}

const hashesOf = (list) =>
  Array.isArray(list) && list.every((one) => HEX.test(one)) ? list.map((one) => Buffer.from(one, "hex")) : null;
const placed = (proof) => [...proof.events, ...(proof.texts ? [proof.texts] : [])];

/** Everything that a case's file says stands in the log, in this order, and the log only grew since. */
function checkCase(file, proof, keys, tree, { bad, findings }) {
  if (proof.checkpoint === null) return { code: proof.case, events: 0 };
  const first = Math.min(...placed(proof).map(({ index }) => index), Number.MAX_SAFE_INTEGER);
  const checkpoint = readCheckpoint(String(proof.checkpoint), keys);
  if (!checkpoint?.signed) {
    bad(first, "checkpointUnsigned", file);
    return { code: proof.case, events: 0 };
  }
  let position = 0;
  let before = -1;
  for (const event of proof.events) {
    const index = Number(event.index);
    const right = HEX.test(event.salt) && HEX.test(event.kept) && event.told?.case === proof.case;
    if (!right || !included(commitmentOfEvent(event), event, checkpoint, tree)) bad(index, "eventAltered", file);
    else if (index <= before || event.told.position <= position) bad(index, "eventOrder", file);
    ({ position } = event.told ?? { position });
    before = index;
  }
  const { texts } = proof;
  if (texts) {
    const right = HEX.test(texts.salt) && texts.told?.case === proof.case;
    if (!right || !included(commitmentTo(texts.salt, texts.told), texts, checkpoint, tree))
      bad(texts.index, "textsAltered", file);
  }
  if (proof.consistency) {
    const from = readCheckpoint(String(proof.consistency.from), keys);
    const hashes = hashesOf(proof.consistency.proof);
    if (!from?.signed) bad(proof.events[0]?.index ?? 0, "checkpointUnsigned", file);
    else if (!hashes || !isConsistent(from.size, checkpoint.size, from.root, checkpoint.root, hashes))
      bad(from.size, "forked", file);
  }
  if (
    tree?.roots.get(checkpoint.size) &&
    !tree.roots.get(checkpoint.size).equals(checkpoint.root) &&
    findings.length === 0
  )
    bad(tree.agreed, "forked", file);
  // How long after it is said to have happened the slowest event was signed: nothing can be dated back further.
  const waits = proof.events.map((event) => Date.parse(event.signedAt) - Date.parse(event.told?.at));
  const hours = Math.max(0, Math.ceil(Math.max(...waits) / 3_600_000));
  return {
    code: proof.case,
    events: proof.events.length,
    waiting: proof.waiting,
    checkpoint: checkpoint.number,
    hours,
  };
}

function included(commitment, { index, proof, checkpoint: since, signedAt }, { size, root }, tree) {
  const hashes = hashesOf(proof);
  if (!hashes || !Number.isSafeInteger(index) || index < 0) return false;
  if (tree && !isFirstSigned(index, since, signedAt, tree.checkpoints)) return false;
  const known = tree?.commitments.get(index);
  if (known !== undefined && known !== commitment.toString("hex")) return false;
  return rootByInclusion(index, size, leafHash(index, commitment), hashes)?.equals(root) === true;
}

/** Whether a checkpoint is the first that speaks for a leaf, and of the time that is said; unknown ones are let be. */
function isFirstSigned(index, number, time, checkpoints) {
  const one = checkpoints.find((known) => known.number === number);
  if (!one) return number > (checkpoints.at(-1)?.number ?? 0);
  const before = checkpoints.find((known) => known.number === number - 1);
  return one.size > index && (before?.size ?? 0) <= index && Date.parse(one.time) === Date.parse(time);
}

// ---------------------------------------------------------------- the whole

/** Checks what stands at the paths. Gives what was read and what is wrong, the first bad index first. */
export function check(paths, options = {}) {
  const results = report();
  const counts = { leaves: 0, checkpoints: 0, cases: [] };
  for (const given of paths) {
    if (!existsSync(given)) throw new Unreadable("cannotRead", given);
    const folder = statSync(given).isDirectory() ? given : null;
    const cases = folder ? casesIn(folder) : [given];
    const keysFile =
      options.keys ??
      [folder, path.dirname(given), path.dirname(path.dirname(given))]
        .filter(Boolean)
        .map((at) => path.join(at, "keys"))
        .find(existsSync);
    if (!keysFile) throw new Unreadable("noKeys", given);
    const keys = readKeys(read(keysFile), keysFile);
    const proofs = cases.map((file) => [file, readCase(file)]);
    let tree = null;
    if (folder) {
      const kept = (options.earlier ?? []).map(keptAt);
      const checkpoints = checkCheckpoints(folder, keys, results);
      const sizes = kept.flatMap((where) => where.checkpoints.map((file) => readCheckpoint(read(file), keys)?.size));
      for (const [, proof] of proofs) sizes.push(readCheckpoint(String(proof.checkpoint), keys)?.size);
      const places = proofs.flatMap(([, proof]) => placed(proof).map(({ index }) => index));
      tree = checkTree(folder, checkpoints, { sizes: new Set(sizes), places: new Set(places) }, results);
      checkEarlier(kept, keys, checkpoints, tree, folder, results);
      counts.leaves += tree.size;
      tree.checkpoints = checkpoints;
      counts.checkpoints += checkpoints.length;
    }
    for (const [file, proof] of proofs) counts.cases.push(checkCase(file, proof, keys, tree, results));
  }
  const findings = results.findings.sort((a, b) => a.index - b.index);
  return { ok: findings.length === 0, firstBadIndex: findings[0]?.index ?? null, findings, ...counts };
}

const casesIn = (folder) => {
  const inside = path.join(folder, "cases");
  if (!existsSync(inside)) return [];
  return readdirSync(inside)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => path.join(inside, name));
};

// ---------------------------------------------------------------- downloading

/**
 * Downloads into a folder what is not there yet. What is there and has become
 * another one is kept, and the new one is laid beside it with the ending `.new`:
 * a ledger is never to change, so that is a finding.
 */
async function get(url, folder, codes) {
  const base = url.replace(/\/(ledger\/?)?$/, "");
  const changed = [];
  const load = async (name, grows = false, most = Number.POSITIVE_INFINITY) => {
    const response = await patiently(`${base}/ledger/${name}`);
    if (!response.ok) throw new Unreadable("cannotLoad", `${base}/ledger/${name}`);
    const text = firstLines(await response.text(), most);
    const file = path.join(folder, ...name.split("/"));
    mkdirSync(path.dirname(file), { recursive: true });
    const old = existsSync(file) ? readFileSync(file, "utf8") : null;
    const same = old === null || old === text || (grows && text.startsWith(old));
    const target = same ? file : `${file}.new`;
    writeFileSync(`${target}.part`, text);
    renameSync(`${target}.part`, target);
    if (!same) changed.push({ where: target, index: firstChanged(name, old, text) });
    return text;
  };
  const replace = async (name) => {
    const file = path.join(folder, ...name.split("/"));
    if (existsSync(file)) renameSync(file, `${file}.old`);
    return load(name);
  };
  await load("keys", true);
  const latest = readCheckpoint(await replace("checkpoint"), []);
  if (!latest) throw new Unreadable("noCheckpoint", `${base}/ledger/checkpoint`);
  const has = (name) => existsSync(path.join(folder, ...name.split("/")));
  for (let number = 1; number <= latest.number; number += 1)
    if (!has(`checkpoints/${number}`)) await load(`checkpoints/${number}`);
  for (let number = 0; number * ROW < latest.size; number += 1) {
    const whole = has(`leaves/${number + 1}`);
    // The log may have been signed anew meanwhile: what came since is for the next time.
    if (!whole) await load(`leaves/${number}`, true, latest.size - number * ROW);
  }
  for (const code of codes) await replace(`cases/${code}.json`);
  const bad = changed.map(({ index }) => index).filter((index) => index !== null);
  return { size: latest.size, number: latest.number, firstBadIndex: bad.length > 0 ? Math.min(...bad) : null, changed };
}

/** Asks again after the time that the portal names when it has been asked too often. */
async function patiently(address) {
  for (;;) {
    const response = await fetch(address);
    const seconds = Number(response.headers.get("Retry-After"));
    if (response.status !== 429 || !(seconds > 0)) return response;
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

/** The first leaf that is another one, or gone, in a file of leaves that has changed; null for other files. */
function firstChanged(name, old, text) {
  const row = /^leaves\/(\d+)$/.exec(name);
  if (!row) return null;
  const now = text.split("\n");
  return Number(row[1]) * ROW + old.split("\n").findIndex((line, place) => line !== now[place]);
}

const firstLines = (text, most) =>
  Number.isFinite(most)
    ? text
        .split("\n")
        .slice(0, most)
        .map((line) => `${line}\n`)
        .join("")
        .replace(/\n\n$/, "\n")
    : text;

// ---------------------------------------------------------------- words

const words = {
  en: {
    usage:
      "Usage: node verify.mjs PATH ... [--keys FILE] [--earlier PATH ...] [--json] [--lang vi|en]\n       node verify.mjs get URL FOLDER [CODE ...]\n       node verify.mjs --help",
    help: [
      "Checks the public ledger of the portal without asking the portal. Needs no network but for get.",
      "",
      "PATH            a folder made by get, or the proof file of one case",
      "get             downloads the ledger, and the proofs of the cases named by CODE, from URL into FOLDER",
      "--keys FILE     the keys as you got them on another day or from somebody else",
      "--earlier PATH  a checkpoint, or a whole folder, that you kept from another day",
      "--json          answers in JSON, for programs",
      "--lang vi|en    the language of the answer",
      "",
      "Ends with 0 when everything holds, 1 when something does not (the first bad index is named), 2 when the files cannot be read.",
    ].join("\n"),
    right: "Everything holds. Leaves: {leaves}, checkpoints: {checkpoints}, cases: {cases}.",
    caseRight:
      "Case {code}: all events ({events}) stand in the ledger as they are published (checkpoint {checkpoint}), each signed within {hours} hours of when it is said to have happened.",
    caseWaiting: "Case {code}: events that wait for the next checkpoint: {waiting}.",
    wrong: "Does not hold. First bad index: {index}.",
    line: "  index {index}: {problem} ({where})",
    got: "Downloaded: {size} leaves, checkpoint {number}.",
    changed:
      "This file is not what it was when you downloaded it before. Both are kept. First bad index: {index} ({where})",
    checkpointMissing: "this checkpoint is missing",
    checkpointUnsigned: "none of the keys signed this checkpoint",
    checkpointSwapped: "this checkpoint stands in the place of another",
    checkpointOrder: "this checkpoint is not later and larger than the one before it",
    forked: "two histories: what was signed here does not fit what was signed or published elsewhere",
    shorter: "the ledger is shorter than it was when this was signed",
    rootDiffers: "from here on the leaves are not those that were signed",
    leafMissing: "from here on leaves are missing that were signed",
    leafUnsigned: "from here on no checkpoint has signed the leaves",
    leafOrder: "another leaf stands in this place",
    leafAltered: "this leaf was altered",
    eventAltered: "this event of the case is not the one in the ledger",
    eventOrder: "the events of the case are not in their order",
    textsAltered: "the published texts are not those in the ledger",
    cannotRead: "cannot read {about}",
    cannotLoad: "cannot download {about}",
    noKeys: "no keys found for {about}: add the file with --keys",
    badKey: "a key in {about} is damaged",
    noCase: "{about} is not a proof file of a case",
    noCheckpoint: "{about} is not a checkpoint",
  },
  vi: {
    usage:
      "Cách dùng: node verify.mjs TỆP_HOẶC_THƯ_MỤC ... [--keys TỆP] [--earlier ĐƯỜNG_DẪN ...] [--json] [--lang vi|en]\n           node verify.mjs get ĐỊA_CHỈ THƯ_MỤC [MÃ_HỒ_SƠ ...]\n           node verify.mjs --help",
    help: [
      "Kiểm tra sổ kiểm chứng của cổng mà không hỏi cổng. Chỉ lệnh get cần mạng.",
      "",
      "TỆP_HOẶC_THƯ_MỤC        thư mục do get tạo ra, hoặc tệp chứng minh của một hồ sơ",
      "get                     tải sổ, và bằng chứng của các hồ sơ có mã đã nêu, từ ĐỊA_CHỈ vào THƯ_MỤC",
      "--keys TỆP              các khóa ông/bà đã lấy vào ngày khác hoặc từ người khác",
      "--earlier ĐƯỜNG_DẪN     điểm chốt, hoặc cả thư mục, ông/bà đã giữ từ ngày khác",
      "--json                  trả lời bằng JSON, cho chương trình",
      "--lang vi|en            ngôn ngữ của câu trả lời",
      "",
      "Kết thúc bằng 0 khi tất cả đều khớp, 1 khi có chỗ không khớp (nêu vị trí sai đầu tiên), 2 khi không đọc được tệp.",
    ].join("\n"),
    right: "Tất cả đều khớp: {leaves} lá, {checkpoints} điểm chốt, {cases} hồ sơ.",
    caseRight:
      "Hồ sơ {code}: {events} sự kiện có trong sổ đúng như đã công bố (điểm chốt {checkpoint}), mỗi sự kiện được ký trong vòng {hours} giờ kể từ lúc ghi là đã xảy ra.",
    caseWaiting: "Hồ sơ {code}: {waiting} sự kiện chờ điểm chốt kế tiếp.",
    wrong: "Không khớp. Vị trí sai đầu tiên: {index}.",
    line: "  vị trí {index}: {problem} ({where})",
    got: "Đã tải: {size} lá, điểm chốt {number}.",
    changed:
      "Tệp này khác với tệp ông/bà đã tải lần trước. Cả hai bản được giữ lại. Vị trí sai đầu tiên: {index} ({where})",
    checkpointMissing: "thiếu điểm chốt này",
    checkpointUnsigned: "không khóa nào đã ký điểm chốt này",
    checkpointSwapped: "điểm chốt này nằm ở chỗ của điểm chốt khác",
    checkpointOrder: "điểm chốt này không muộn hơn và lớn hơn điểm chốt trước",
    forked: "có hai lịch sử: điều đã ký ở đây không khớp với điều đã ký hoặc công bố ở nơi khác",
    shorter: "sổ ngắn hơn lúc điểm chốt này được ký",
    rootDiffers: "từ đây trở đi các lá không phải là những lá đã được ký",
    leafMissing: "từ đây trở đi thiếu những lá đã được ký",
    leafUnsigned: "từ đây trở đi chưa có điểm chốt nào ký các lá",
    leafOrder: "ở chỗ này là một lá khác",
    leafAltered: "lá này đã bị sửa",
    eventAltered: "sự kiện này của hồ sơ không phải là sự kiện trong sổ",
    eventOrder: "các sự kiện của hồ sơ không theo đúng thứ tự",
    textsAltered: "nội dung công bố không phải là nội dung trong sổ",
    cannotRead: "không đọc được {about}",
    cannotLoad: "không tải được {about}",
    noKeys: "chưa có khóa cho {about}: hãy thêm tệp khóa bằng --keys",
    badKey: "một khóa trong {about} bị hỏng",
    noCase: "{about} không phải là tệp chứng minh của hồ sơ",
    noCheckpoint: "{about} không phải là điểm chốt",
  },
};
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_all, name) => String(values[name] ?? ""));

function readArguments(argv) {
  const options = {
    paths: [],
    earlier: [],
    json: false,
    help: false,
    lang: (process.env.LANG ?? "").startsWith("en") ? "en" : "vi",
  };
  for (let place = 0; place < argv.length; place += 1) {
    const word = argv[place];
    if (word === "--json") options.json = true;
    else if (word === "--help" || word === "-h") options.help = true;
    else if (word === "--lang") options.lang = argv[(place += 1)] === "en" ? "en" : "vi";
    else if (word === "--keys") options.keys = argv[(place += 1)];
    else if (word === "--earlier") options.earlier.push(argv[(place += 1)] ?? "");
    else options.paths.push(word);
  }
  return options;
}

async function main(argv) {
  const options = readArguments(argv);
  const say = words[options.lang];
  const tell = (result, lines) => console.log(options.json ? JSON.stringify(result) : lines.join("\n"));
  if (options.help) {
    console.log(`${say.usage}\n\n${say.help}`);
    return 0;
  }
  try {
    const [first, url, folder, ...codes] = options.paths;
    if (first === undefined || (first === "get" && folder === undefined)) {
      console.error(say.usage);
      return 2;
    }
    if (first === "get") {
      const result = await get(url, folder, codes);
      tell(result, [
        fill(say.got, result),
        ...result.changed.map((one) => fill(say.changed, { where: one.where, index: one.index ?? "-" })),
      ]);
      return result.changed.length > 0 ? 1 : 0;
    }
    const result = check(options.paths, options);
    const wrong = result.findings.map((finding) => fill(say.line, { ...finding, problem: say[finding.problem] }));
    const cases = result.cases.flatMap((one) => [
      ...(result.ok ? [fill(say.caseRight, one)] : []),
      ...(one.waiting > 0 ? [fill(say.caseWaiting, one)] : []),
    ]);
    const whole = fill(say.right, { ...result, cases: result.cases.length });
    tell(result, result.ok ? [whole, ...cases] : [fill(say.wrong, { index: result.firstBadIndex }), ...wrong]);
    return result.ok ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const message = fill(say[error.word], { about: error.about });
    if (options.json) console.log(JSON.stringify({ ok: false, error: error.word, about: error.about }));
    else console.error(message);
    return 2;
  }
}

const started =
  process.argv[1] && existsSync(process.argv[1]) ? pathToFileURL(realpathSync(process.argv[1])).href : null;
if (started === import.meta.url) process.exitCode = await main(process.argv.slice(2));
