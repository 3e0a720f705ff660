import { createInstance, type i18n, type Resource, type TFunction, type TOptions } from "i18next";
import { percentWords } from "./components/percent-words.ts";
import type { Lang } from "./domain/case-kind.ts";

/** Settings that server and browser share, so that both write the same words. */
export function makeI18n(lang: Lang, resources: Resource): i18n {
  const instance = createInstance();
  void instance.init({
    lng: lang,
    resources,
    initAsync: false,
    fallbackLng: false,
    defaultNS: "furniture",
    ns: Object.keys(resources[lang] ?? {}),
    // React escapes; mails are React too, and their text part is text.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  instance.services.formatter?.add("percent", (value: number) => percentWords(value, lang));
  return rememberingWords(instance);
}

const MOST_WORDS = 5_000;

/**
 * Looks each plain word up once, and once whether there is one: a page asks for
 * some hundreds, and the words of an instance never change.
 */
function rememberingWords(instance: i18n): i18n {
  const fixed = new Map<string, TFunction>();
  const there = new Map<string, boolean>();
  const exists = instance.exists.bind(instance);
  instance.exists = ((key: string | string[], options?: TOptions) => {
    if (typeof key !== "string" || options !== undefined) return exists(key, options);
    const known = there.get(key) ?? exists(key);
    if (there.size >= MOST_WORDS) there.clear();
    there.set(key, known);
    return known;
  }) as i18n["exists"];
  const make = instance.getFixedT.bind(instance);
  const remembered = (...args: Parameters<i18n["getFixedT"]>): TFunction => {
    const name = JSON.stringify(args);
    const before = fixed.get(name);
    if (before) return before;
    const look = make(...args);
    const words = new Map<string, unknown>();
    const t = (key: string | string[], ...options: unknown[]): unknown => {
      if (typeof key !== "string" || options.length > 0) return Reflect.apply(look, undefined, [key, ...options]);
      const known = words.get(key);
      if (known !== undefined) return known;
      const found: unknown = look(key);
      if (words.size >= MOST_WORDS) words.clear();
      words.set(key, found);
      return found;
    };
    const whole = Object.assign(t, look) as unknown as TFunction;
    fixed.set(name, whole);
    return whole;
  };
  instance.getFixedT = remembered as i18n["getFixedT"];
  return instance;
}
