// Conveniences of public pages. Everything works without them.

/** <copy-code hidden words="Copy" done="Copied">: a button that copies the code or secret of its row. */
customElements.define(
  "copy-code",
  class extends HTMLElement {
    connectedCallback() {
      const code = this.closest("dd")?.querySelector("[data-code], [data-secret]");
      if (!code || !navigator.clipboard) return;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button button--secondary";
      button.textContent = this.getAttribute("words");
      const said = document.createElement("span");
      said.setAttribute("role", "status");
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(code.textContent.trim());
        said.textContent = ` ${this.getAttribute("done")}`;
      });
      this.replaceChildren(button, said);
      this.hidden = false;
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

/** <draft-done kind>: what was sent need not be kept on this device any longer (public/draft.js keeps it). */
customElements.define(
  "draft-done",
  class extends HTMLElement {
    connectedCallback() {
      const opening = indexedDB.open("cau-noi", 1);
      opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore("draft"));
      opening.addEventListener("success", () => {
        const database = opening.result;
        database.transaction("draft", "readwrite").objectStore("draft").delete(this.getAttribute("kind"));
        database.close();
      });
    }
  },
);
