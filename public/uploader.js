// <file-uploader>: sends chosen files at once, in pieces, and goes on where it stopped after a lost signal or a reload.
const PIECE = 262144;
const WAITS = [1, 2, 4, 8, 16];
const LONGEST_SIDE = 2000;
const sleep = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** As the server writes sizes: `2,4 MB`, `640 KB`. */
function sizeWords(bytes, lang) {
  const [amount, unit] = bytes < 1048576 ? [Math.max(1, bytes / 1024), "KB"] : [bytes / 1048576, "MB"];
  const maximumFractionDigits = unit === "MB" && amount < 10 ? 1 : 0;
  return `${amount.toLocaleString(lang, { maximumFractionDigits })} ${unit}`;
}

/** As the server writes shares: `40%`. */
const percentWords = (percent, lang) => (percent / 100).toLocaleString(lang, { style: "percent" });

/** The files being sent, kept over a reload; without a store in the browser they have to be chosen again. */
const kept = (mode, act) =>
  new Promise((resolve) => {
    const opening = indexedDB.open("uploads", 1);
    opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore("files"));
    opening.addEventListener("error", () => resolve());
    opening.addEventListener("success", () => {
      const change = opening.result.transaction("files", mode);
      const asked = act(change.objectStore("files"));
      change.addEventListener("complete", () => resolve(asked.result));
      for (const end of ["error", "abort"]) change.addEventListener(end, () => resolve());
    });
  }).catch(() => {});

/** A photo as officers need it: at most 2,000 pixels wide or high. What cannot be drawn is sent as it is. */
async function smaller(file) {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type) || !self.createImageBitmap) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = LONGEST_SIDE / Math.max(picture.width, picture.height);
    if (scale >= 1) return file;
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, file.type, 0.85));
    if (!blob || blob.type !== file.type || blob.size >= file.size) return file;
    const exif = file.type === "image/jpeg" ? await exifOf(file) : null;
    return new File(exif ? [blob.slice(0, 2), exif, blob.slice(2)] : [blob], file.name, { type: file.type });
  } catch {
    return file;
  }
}

/** The segment of a JPEG that holds its place, so that the server can offer it; turned upright, as the pixels are now. */
async function exifOf(file) {
  const bytes = await file.slice(0, PIECE).arrayBuffer();
  const view = new DataView(bytes);
  for (let at = 2; at + 18 < bytes.byteLength && view.getUint8(at) === 255; at += 2 + view.getUint16(at + 2)) {
    if (view.getUint16(at) !== 0xffe1 || view.getUint32(at + 4) !== 0x45786966) continue;
    const end = at + 2 + view.getUint16(at + 2);
    const tiff = at + 10;
    const little = view.getUint16(tiff) === 0x4949;
    const tags = tiff + view.getUint32(tiff + 4, little);
    for (let left = view.getUint16(tags, little), tag = tags + 2; left > 0; left -= 1, tag += 12)
      if (view.getUint16(tag, little) === 0x112) view.setUint16(tag + 8, 1, little);
    return bytes.slice(at, end);
  }
  return null;
}

customElements.define(
  "file-uploader",
  class extends HTMLElement {
    connectedCallback() {
      this.words = JSON.parse(this.getAttribute("words"));
      this.list = document.getElementById(this.getAttribute("list"));
      this.input = this.querySelector("input");
      this.said = this.querySelector("[role=status]");
      this.querySelector("[data-plain]").hidden = true;
      this.rows = [];
      this.turn = Promise.resolve();
      this.input.addEventListener("change", () => {
        const files = [...this.input.files];
        // What the script sends is not posted a second time with the form.
        this.input.value = "";
        for (const file of files) this.take(file);
      });
      addEventListener("online", () => this.rows.filter((row) => row.failed).forEach((row) => this.queue(row)));
      for (const line of this.list.children) this.wake(line);
    }

    say(name, values = {}) {
      return this.words[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
    }

    ask(method, path, options = {}) {
      return fetch(`/uploads${path}?lang=${this.lang}`, { method, ...options });
    }

    /** A file that was chosen: a new one, or the rest of one that was cut off. */
    async take(file) {
      const cut = this.rows.find((row) => !row.file && row.id && row.name === file.name);
      const row = cut ?? this.row(file.name, this.list.appendChild(document.createElement("li")));
      row.file = await smaller(file);
      if (cut && row.file.size !== row.size) row.id = null;
      row.size = row.file.size;
      this.queue(row);
    }

    /** A row of the server's: one that was cut off goes on when its file is still at hand. */
    async wake(line) {
      const { id, name, size, state } = line.dataset;
      if (state !== "receiving" && state !== "checking") return;
      const said = line.querySelector("[data-said]").textContent;
      const row = this.row(name, line);
      Object.assign(row, { id, size: Number(size), whole: state === "checking" });
      if (!row.whole) {
        row.file = await kept("readonly", (files) => files.get(id));
        if (!row.file) return row.show(said, null, false);
      }
      this.queue(row);
    }

    row(name, line) {
      const text = (tag, words, parent = line) => {
        const made = parent.appendChild(document.createElement(tag));
        made.textContent = words;
        return made;
      };
      line.replaceChildren();
      const row = { name, offset: 0 };
      text("strong", name);
      line.append(" ");
      const weight = text("span", "");
      weight.className = "muted";
      const bar = text("progress", "");
      bar.max = 100;
      bar.setAttribute("aria-label", name);
      const said = text("span", this.words.waiting);
      said.className = "files__said";
      const buttons = text("span", "");
      buttons.className = "cluster";
      const button = (act) => {
        const made = text("button", "", buttons);
        made.type = "button";
        made.className = "button button--quiet";
        made.addEventListener("click", act);
        return made;
      };
      const name2 = (made, words) => {
        made.textContent = this.words[words];
        made.setAttribute("aria-label", `${this.words[words]} ${name}`);
      };
      const go = button(() => (row.busy ? this.pause(row) : this.queue(row)));
      const away = button(() => this.remove(row));
      name2(away, "remove");
      row.line = line;
      row.percent = () => Math.floor((row.offset / row.size) * 100) || 0;
      row.show = (words, act, moving, wrong) => {
        said.textContent = words;
        said.classList.toggle("field__error", Boolean(wrong));
        if (row.size) weight.textContent = sizeWords(row.size, this.lang);
        bar.hidden = !moving;
        bar.value = row.percent();
        if (!act && document.activeElement === go) away.focus();
        go.hidden = !act;
        if (act) name2(go, act);
      };
      row.show(this.words.waiting, null, true);
      this.rows.push(row);
      return row;
    }

    /** One file after the other: on a weak line two would only slow each other down. */
    queue(row) {
      row.paused = row.failed = false;
      row.busy = true;
      row.show(this.words.waiting, "pause", true);
      this.turn = this.turn.then(() => row.paused || row.gone || this.send(row)).catch(() => this.fail(row));
    }

    pause(row) {
      row.paused = true;
      row.busy = false;
      row.request?.abort();
      row.show(this.say("paused", { percent: percentWords(row.percent(), this.lang) }), "resume", true);
    }

    fail(row) {
      row.busy = false;
      row.failed = true;
      row.show(this.say("failed", { percent: percentWords(row.percent(), this.lang) }), "retry", true);
    }

    refuse(row, words) {
      row.busy = false;
      row.refused = true;
      row.show(words, null, false, true);
      if (row.id) kept("readwrite", (files) => files.delete(row.id));
      this.said.textContent = `${row.name}: ${words}`;
    }

    async remove(row) {
      row.gone = true;
      row.request?.abort();
      if (row.id) {
        await this.ask("DELETE", `/${row.id}`).catch(() => {});
        kept("readwrite", (files) => files.delete(row.id));
      }
      row.line.remove();
      this.rows = this.rows.filter((other) => other !== row);
      this.input.focus();
    }

    async send(row) {
      let tries = 0;
      while (!row.whole && !row.paused && !row.gone) {
        try {
          if (!row.id) await this.announce(row);
          else if (!row.known) await this.find(row);
          else await this.piece(row);
          if (row.refused) return;
          tries = 0;
        } catch (error) {
          if (row.paused || row.gone) return;
          row.known = false;
          if (tries === WAITS.length) return this.fail(row);
          const seconds = Math.max(WAITS[tries], Number(error.wait) || 0);
          tries += 1;
          row.show(this.say("again", { seconds }), "pause", true);
          await sleep(seconds);
        }
      }
      if (row.whole && !row.gone) await this.finish(row);
    }

    async announce(row) {
      const headers = { "Content-Type": "application/json" };
      const body = JSON.stringify({ name: row.name, size: row.size, for: this.getAttribute("for") });
      const answer = await this.ask("POST", "", { headers, body });
      if (answer.status === 429 || answer.status > 499)
        throw Object.assign(Error(), { wait: answer.headers.get("Retry-After") });
      const told = await answer.json();
      if (answer.status !== 201) return this.refuse(row, told.message);
      Object.assign(row, { id: told.id, offset: 0, known: true });
      await kept("readwrite", (files) => files.put(row.file, row.id));
    }

    /** How much the server has: asked after every cut. */
    async find(row) {
      const answer = await this.ask("HEAD", `/${row.id}`);
      if (answer.status === 404) return Object.assign(row, { id: null });
      if (!answer.ok) throw Error();
      this.heard(row, (name) => answer.headers.get(name));
    }

    heard(row, header) {
      row.offset = Number(header("Upload-Offset"));
      row.whole = header("Upload-Complete") === "?1";
      row.known = true;
    }

    piece(row) {
      const { offset } = row;
      return new Promise((resolve, reject) => {
        const request = (row.request = new XMLHttpRequest());
        request.open("PATCH", `/uploads/${row.id}?lang=${this.lang}`);
        request.setRequestHeader("Upload-Offset", offset);
        request.setRequestHeader("Content-Type", "application/partial-upload");
        const show = (sent) => {
          row.offset = offset + sent;
          row.show(this.say("progress", { percent: percentWords(row.percent(), this.lang) }), "pause", true);
        };
        show(0);
        request.upload.addEventListener("progress", (event) => show(event.loaded));
        request.addEventListener("load", () => {
          const header = (name) => request.getResponseHeader(name);
          if (request.status === 204 || request.status === 409) return resolve(this.heard(row, header));
          if (request.status === 404) return resolve(Object.assign(row, { id: null }));
          reject(Object.assign(Error(), { wait: header("Retry-After") }));
        });
        const lost = () => {
          row.offset = offset;
          reject(Error());
        };
        for (const end of ["error", "abort", "timeout"]) request.addEventListener(end, lost);
        request.timeout = 120000;
        request.send(row.file.slice(offset, offset + PIECE));
      });
    }

    /** Whole: what is left is the server's look into it. */
    async finish(row) {
      kept("readwrite", (files) => files.delete(row.id));
      row.offset = row.size;
      row.show(this.words.checking, null, true);
      row.busy = false;
      for (let seconds = 1; !row.gone; seconds = Math.min(seconds * 2, 16)) {
        await sleep(seconds);
        const answer = await this.ask("GET", `/${row.id}`).catch(() => null);
        const told = answer?.ok ? await answer.json() : null;
        if (answer?.status === 404) return this.refuse(row, this.words.unavailable);
        if (told?.state === "refused") return this.refuse(row, told.message);
        if (told?.state !== "ready") continue;
        row.done = true;
        row.show(this.words.ready, null, false);
        this.tell();
        if (told.place) this.offer();
        return;
      }
    }

    /** The server asks whether the place in a photo may be used: its question comes into this page. */
    async offer() {
      const page = await fetch(location.href).then((answer) => answer.text());
      const asked = new DOMParser().parseFromString(page, "text/html").getElementById("place");
      if (asked) document.getElementById("place")?.replaceWith(asked);
    }

    tell() {
      const all = this.rows.filter((row) => !row.refused);
      this.said.textContent = this.say("done", { done: all.filter((row) => row.done).length, all: all.length });
    }
  },
);
