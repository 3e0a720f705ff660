// Keeps what is typed in a submission on this device until it is sent, so that a lost network or a closed page costs
// nothing, and counts long texts. It never sends by itself. Everything works without it.

const DAYS = 14;
const SHARED = "shared-machine";
const DAY_MS = 24 * 3600 * 1000;

/** Runs one request on the store of drafts; undefined where the browser keeps nothing. */
async function inStore(mode, act) {
  try {
    const database = await asked(indexedDB.open("cau-noi", 1), (open) => open.result.createObjectStore("draft"));
    const result = await asked(act(database.transaction("draft", mode).objectStore("draft")));
    database.close();
    return result;
  } catch {
    return undefined;
  }
}

function asked(request, upgrade) {
  return new Promise((resolve, reject) => {
    if (upgrade) request.addEventListener("upgradeneeded", () => upgrade(request));
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error));
  });
}

const isShared = () => localStorage.getItem(SHARED) === "yes";
const forget = (kind) => inStore("readwrite", (store) => store.delete(kind));

/** <draft-keeper kind form restored discard offline online shared>: around the notices it shows. */
customElements.define(
  "draft-keeper",
  class extends HTMLElement {
    async connectedCallback() {
      this.kind = this.getAttribute("kind");
      this.form = document.getElementById(this.getAttribute("form"));
      if (!this.form) return;
      this.draw();
      this.form.addEventListener("input", () => this.later());
      this.form.addEventListener("submit", (event) => this.sending(event));
      addEventListener("visibilitychange", () => document.hidden && this.save());
      for (const change of ["online", "offline"]) addEventListener(change, () => this.tell());
      await this.restore();
      this.tell();
      await this.keepForm();
    }

    draw() {
      this.className = "draft-keeper";
      this.status = document.createElement("p");
      this.status.setAttribute("role", "status");
      const choice = document.createElement("div");
      choice.className = "field choice";
      const label = document.createElement("label");
      const box = document.createElement("input");
      box.type = "checkbox";
      box.id = label.htmlFor = SHARED;
      box.checked = isShared();
      box.addEventListener("change", () => {
        localStorage.setItem(SHARED, box.checked ? "yes" : "no");
        return box.checked ? forget(this.kind) : this.save();
      });
      label.textContent = this.getAttribute("shared");
      choice.append(box, label);
      this.replaceChildren(this.status, choice);
      this.hidden = false;
    }

    fields() {
      return [...this.form.elements].filter(
        (field) =>
          field.name &&
          field.type !== "hidden" &&
          field.type !== "submit" &&
          !field.closest("[aria-hidden=true], [data-unkept]"),
      );
    }

    /** Fills in what this device knows and the page does not. */
    async restore() {
      const kept = await inStore("readonly", (store) => store.get(this.kind));
      if (!kept || Date.now() - kept.at > DAYS * DAY_MS) return;
      let filled = false;
      for (const field of this.fields()) {
        const value = kept.values[field.name];
        if (!value) continue;
        if (field.type === "radio") {
          if (this.form.elements[field.name].value || field.value !== value) continue;
          field.checked = true;
        } else if (field.value === "") field.value = value;
        else continue;
        filled = true;
      }
      if (filled) this.restored();
    }

    restored() {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button button--quiet";
      button.textContent = this.getAttribute("discard");
      button.addEventListener("click", async () => {
        await forget(this.kind);
        this.form.reset();
        this.note.remove();
      });
      this.note = document.createElement("p");
      this.note.append(this.getAttribute("restored"), " ", button);
      this.prepend(this.note);
    }

    later() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), 1000);
    }

    async save() {
      clearTimeout(this.timer);
      if (isShared()) return;
      const typed = new FormData(this.form);
      const names = new Set(this.fields().map((field) => field.name));
      const own = [...typed].filter(([name, value]) => names.has(name) && typeof value === "string");
      const kept = await inStore("readonly", (store) => store.get(this.kind));
      const values = {
        ...kept?.values,
        ...Object.fromEntries([...names].map((name) => [name, ""])),
        ...Object.fromEntries(own),
      };
      await inStore("readwrite", (store) => store.put({ at: Date.now(), values }, this.kind));
    }

    sending(event) {
      if (event.submitter?.value === "discard") return void forget(this.kind);
      void this.save();
      if (navigator.onLine) return;
      event.preventDefault();
      this.tell();
      this.scrollIntoView({ block: "center" });
    }

    tell() {
      const was = this.offline;
      this.offline = !navigator.onLine;
      this.status.textContent = this.getAttribute(this.offline ? "offline" : was ? "online" : "") ?? "";
    }

    /** Asks the service worker to keep the empty one-page form for the time without a network. */
    async keepForm() {
      if (!navigator.serviceWorker) return;
      await navigator.serviceWorker.register("/sw.js").catch(() => undefined);
      const { active } = await navigator.serviceWorker.ready;
      active?.postMessage({ keep: `${this.form.getAttribute("action").split("?")[0]}?step=all` }, []);
    }
  },
);

/** <text-count for="content" max="5000" words="{n}/{max}" hidden>: how much is written, once three quarters are. */
customElements.define(
  "text-count",
  class extends HTMLElement {
    connectedCallback() {
      const field = document.getElementById(this.getAttribute("for"));
      const max = Number(this.getAttribute("max"));
      if (!field) return;
      this.className = "field__hint";
      const show = () => {
        const length = field.value.replace(/\r\n?/g, "\n").normalize("NFC").trim().length;
        this.hidden = length < max * 0.75;
        if (!this.hidden)
          this.textContent = this.getAttribute("words")
            .replace("{n}", length.toLocaleString(document.documentElement.lang))
            .replace("{max}", max.toLocaleString(document.documentElement.lang));
      };
      field.addEventListener("input", show);
      show();
    }
  },
);
