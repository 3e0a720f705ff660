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
