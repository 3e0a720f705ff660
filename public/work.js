// Proof of work against robots (app/http/proof-of-work.ts). Everything works without it, only slower when many send.

const PARTS = 16;
const FRESH_MS = 8 * 60_000;

// The constants of FIPS 180-4: the first 32 bits behind the point of the roots of the first primes.
const roots = (count, power) => {
  const found = [];
  for (let n = 2; found.length < count; n++) {
    if (found.some(([prime]) => n % prime === 0)) continue;
    const root = n ** power;
    found.push([n, ((root - Math.floor(root)) * 2 ** 32) | 0]);
  }
  return found.map(([, bits]) => bits);
};
const K = roots(64, 1 / 3);
const H = roots(8, 1 / 2);
const w = new Int32Array(64);

// The first word of the SHA-256 of at most 55 ASCII letters: one block.
function firstWord(text) {
  w.fill(0, 0, 16);
  for (let i = 0; i < text.length; i++) w[i >> 2] |= text.charCodeAt(i) << (24 - (i & 3) * 8);
  w[text.length >> 2] |= 0x80 << (24 - (text.length & 3) * 8);
  w[15] = text.length * 8;
  for (let i = 16; i < 64; i++) {
    const a = w[i - 15];
    const b = w[i - 2];
    const s = ((a >>> 7) | (a << 25)) ^ ((a >>> 18) | (a << 14)) ^ (a >>> 3);
    const t = ((b >>> 17) | (b << 15)) ^ ((b >>> 19) | (b << 13)) ^ (b >>> 10);
    w[i] = (w[i - 16] + s + w[i - 7] + t) | 0;
  }
  let [a, b, c, d, e, f, g, h] = H;
  for (let i = 0; i < 64; i++) {
    const s = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const x = (h + s + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
    const t = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const y = (t + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + x) | 0;
    d = c;
    c = b;
    b = a;
    a = (x + y) | 0;
  }
  return (a + H[0]) | 0;
}

function solve(challenge) {
  const [, bits, , mac] = challenge.split(".");
  return Array.from({ length: PARTS }, (_, part) => {
    let n = 0;
    while (firstWord(`${mac}.${part}.${n.toString(36)}`) >>> (32 - bits)) n++;
    return n.toString(36);
  }).join("-");
}

// <proof-of-work challenge="…" words="…" hidden> adds the work to its form, and tells of it only when it takes long.
const define = () =>
  customElements.define(
    "proof-of-work",
    class extends HTMLElement {
      connectedCallback() {
        const form = this.closest("form");
        if (!form || !window.Worker) return;
        this.input = Object.assign(document.createElement("input"), { type: "hidden", name: "work" });
        form.append(this.input);
        this.begin(this.getAttribute("challenge"));
        form.addEventListener("submit", (event) => this.send(event, form));
        addEventListener("pageshow", (event) => {
          if (event.persisted) this.renew();
        });
      }

      begin(challenge) {
        this.since = Date.now();
        this.settled = false;
        this.input.value = "";
        this.done = new Promise((resolve) => {
          const worker = new Worker("/work.js");
          const end = (solution) => {
            if (solution) this.input.value = `${challenge}:${solution}`;
            worker.terminate();
            this.settled = true;
            resolve();
          };
          worker.addEventListener("message", ({ data }) => end(data));
          worker.addEventListener("error", () => end(""));
          worker.postMessage(challenge, []);
        });
      }

      // For a page that stood open for long; without a network it goes without.
      renew() {
        this.since = Date.now();
        this.settled = false;
        this.done = fetch("/work", { cache: "no-store" })
          .then((answer) => answer.text())
          .then(
            (challenge) => {
              this.begin(challenge);
              return this.done;
            },
            () => {
              this.settled = true;
            },
          );
      }

      async send(event, form) {
        const { submitter } = event;
        // Buttons with a name do something else: another language, keep for later.
        const stale = Date.now() - this.since > FRESH_MS;
        if (submitter?.name || (this.settled && !stale)) return;
        event.preventDefault();
        if (this.waiting) return;
        this.waiting = true;
        if (stale) this.renew();
        const slow = setTimeout(() => {
          this.textContent = this.getAttribute("words");
          this.setAttribute("role", "status");
          this.hidden = false;
        }, 300);
        await this.done;
        clearTimeout(slow);
        this.waiting = false;
        this.hidden = true;
        // Later, because a form does not take a second submission while it is still telling of the first.
        setTimeout(() => form.requestSubmit(submitter));
      }
    },
  );

if (globalThis.document) define();
else addEventListener("message", ({ data }) => postMessage(solve(data), []));
