import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { HydratedRouter } from "react-router/dom";
import { makeI18n } from "./make-i18n.ts";

// Only office pages hydrate; their words come as one file per namespace and language.
const files = import.meta.glob<Record<string, unknown>>(
  "../locales/*/{absences,answering,barrier,attachments,attention,bulk,clocks,collective,views,notifications,campaign,console,desk,domain,errors,evidence,extensions,forms,furniture,identity,laws,office,walls,presence,publishing,register-office,suggestions,systems,templates,translating,routing,translation,figures}.json",
  {
    import: "default",
  },
);

async function start(): Promise<void> {
  const lang = document.documentElement.lang === "en" ? "en" : "vi";
  const own = Object.entries(files).filter(([path]) => path.includes(`/${lang}/`));
  const words = await Promise.all(
    own.map(async ([path, load]) => [path.replace(/^.*\/|\.json$/g, ""), await load()] as const),
  );
  const i18n = makeI18n(lang, { [lang]: Object.fromEntries(words) as Record<string, Record<string, string>> });
  startTransition(() => {
    hydrateRoot(
      document,
      <I18nextProvider i18n={i18n}>
        {/* A page that is there is drawn at once, in the frame of the key that asked for it. Nothing here suspends. */}
        <HydratedRouter useTransitions={false} />
      </I18nextProvider>,
    );
  });
}

void start();
