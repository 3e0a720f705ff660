// Cases that somebody follows on this device: kept in the browser alone, compared with the public API when the list is
// opened. Nothing of it is sent. Everything else works without it.

const KEY = "cau-noi-following";
const MOST = 50;
/** Cases asked about at the same time. */
const AT_ONCE = 4;
const CODE = /^[A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}$/;

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter(({ code }) => CODE.test(code)) : [];
  } catch {
    return [];
  }
}

function write(kept) {
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

const drop = (code) => write(read().filter((one) => one.code !== code));
const mark = (code, print) => write(read().map((one) => (one.code === code ? { ...one, print } : one)));

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}

function button(text, look, act) {
  const made = element("button", text, { type: "button", class: `button button--${look}` });
  made.addEventListener("click", act);
  return made;
}

/** <keep-case code print title words hidden>: keeps one case or removes it again. */
customElements.define(
  "keep-case",
  class extends HTMLElement {
    connectedCallback() {
      this.words = JSON.parse(this.getAttribute("words"));
      this.said = element("span", "", { role: "status" });
      this.button = button("", "secondary", () => this.press());
      this.replaceChildren(this.button, " ", this.said);
      this.draw();
      this.hidden = false;
    }

    get code() {
      return this.getAttribute("code");
    }

    get isKept() {
      return read().some(({ code }) => code === this.code);
    }

    draw() {
      this.button.textContent = this.words[this.isKept ? "drop" : "keep"];
    }

    press() {
      const kept = read();
      if (this.isKept) this.tell(drop(this.code) ? "dropped" : "failed");
      else if (kept.length >= MOST) this.tell("full");
      else {
        const { title, lang } = this.dataset;
        const made = { code: this.code, title, lang, print: this.getAttribute("print") };
        this.tell(write([made, ...kept]) ? "kept" : "failed");
      }
      this.draw();
    }

    tell(what) {
      this.said.textContent = this.words[what].replace("{n}", MOST);
    }
  },
);

/** <kept-cases words statuses>: the list, with what is new in each case. Its content is for who has no script. */
customElements.define(
  "kept-cases",
  class extends HTMLElement {
    async connectedCallback() {
      this.words = JSON.parse(this.getAttribute("words"));
      this.statuses = JSON.parse(this.getAttribute("statuses"));
      this.reader = document.documentElement.lang;
      this.news = new Map();
      this.draw();
      const waiting = read();
      const next = async () => {
        for (let one = waiting.shift(); one; one = waiting.shift()) this.news.set(one.code, await newsOf(one.code));
      };
      if (waiting.length === 0) return;
      await Promise.all(Array.from({ length: AT_ONCE }, next));
      this.draw();
    }

    draw() {
      const { words } = this;
      const kept = read();
      if (kept.length === 0) {
        const way = element("p");
        way.append(element("a", words.cases, { href: `/${this.reader}/cases` }));
        return this.replaceChildren(element("p", words.none), way);
      }
      const asking = kept.some(({ code }) => !this.news.has(code));
      const fresh = kept.filter((one) => this.changes(one).length > 0);
      const said = asking ? words.loading : words.counted.replace("{n}", kept.length).replace("{new}", fresh.length);
      this.said ??= element("p", "", { role: "status" });
      if (this.said.textContent !== said) this.said.textContent = said;
      const list = element("ol", "", { class: "cards" });
      list.append(...kept.map((one) => this.item(one)));
      const buttons = element("p", "", { class: "cluster" });
      if (fresh.length > 0) buttons.append(button(words.seen, "secondary", () => this.seeAll(fresh)));
      buttons.append(button(words.clear, "quiet", () => this.after(() => write([]))));
      this.replaceChildren(this.said, list, buttons);
    }

    item(one) {
      const { words } = this;
      const news = this.news.get(one.code);
      const [lang, title] = titleIn(this.reader, news, one);
      const card = element("li", "", { class: "card" });
      const heading = element("h2", "", { class: "card__title" });
      const link = element("a", title, { href: `/${this.reader}/cases/${one.code}`, lang });
      if (news?.print) link.addEventListener("click", () => mark(one.code, news.print));
      heading.append(link);
      const changes = this.changes(one);
      const what = changes.map((part) => words.what[part]).join(", ");
      const told = changes.length > 0 ? words.changed.replace("{what}", what) : (words[news?.told] ?? "");
      const meta = element("p", "", { class: "card__meta" });
      if (news?.status) meta.append(element("span", this.statuses[news.status]));
      meta.append(element("span", one.code));
      const out = button(words.drop, "quiet", () => this.after(() => drop(one.code)));
      out.append(element("span", `: ${title}`, { class: "visually-hidden", lang }));
      card.append(heading, meta);
      if (told) card.append(element("p", told, changes.length > 0 ? { class: "strong" } : {}));
      card.append(out);
      return card;
    }

    /** The parts in which a case differs from the last look. */
    changes({ code, print }) {
      const now = this.news.get(code)?.print;
      if (!now || !print) return [];
      const before = print.split("|");
      const after = now.split("|");
      return ["status", "answer", "text"].filter((_, place) => before[place] !== after[place]);
    }

    seeAll(fresh) {
      for (const { code } of fresh) mark(code, this.news.get(code).print);
      this.after(() => {});
    }

    /** Draws anew after a press, with the keyboard's place at the line that says what there is. */
    after(act) {
      act();
      this.draw();
      const first = this.querySelector("[role=status], p");
      first?.setAttribute("tabindex", "-1");
      first?.focus();
    }
  },
);

/** What the public API says of a case now. */
async function newsOf(code) {
  try {
    const answer = await fetch(`/api/v1/cases/${code}`, { credentials: "omit" });
    if (answer.status === 404) return { told: "gone" };
    if (!answer.ok) return { told: "failed" };
    const { status, answerState, updatedAt, title } = await answer.json();
    return { told: "same", status, title, print: [status, answerState, updatedAt].join("|") };
  } catch {
    return { told: "failed" };
  }
}

/** The title in the reader's language where there is one, with the language that it is in. */
function titleIn(lang, news, { title, lang: keptIn }) {
  if (!news?.title) return [keptIn ?? lang, title];
  const other = lang === "en" ? "vi" : "en";
  return news.title[lang] ? [lang, news.title[lang]] : [other, news.title[other] ?? title];
}
