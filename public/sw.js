// Without a network, a submission form still opens: empty, on one page, filled in again by draft.js from what this
// device keeps. Only the form that everybody gets is stored, asked for without cookies; nothing is ever sent from here.

const CACHE = "form-1";
const FORM = /^\/(vi|en)\/submit\/(feedback|proposal|barrier|initiative)$/;
const PART = /(?:href|src)="(\/(?:assets|fonts)\/[^"]+|\/[\w-]+\.(?:js|svg))"/g;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => event.waitUntil(keep(event.data?.keep)));

async function keep(address) {
  const page = new URL(String(address), location.origin);
  if (page.origin !== location.origin || !FORM.test(page.pathname)) return;
  const answer = await fetch(page, { credentials: "omit", redirect: "error" }).catch(() => null);
  if (!answer?.ok) return;
  const cache = await caches.open(CACHE);
  const html = await answer.clone().text();
  const parts = [...new Set([...html.matchAll(PART)].map(([, part]) => part))];
  await cache.addAll(parts);
  await cache.put(page.pathname, answer);
  const forms = (await cache.keys()).map((request) => new URL(request.url).pathname);
  // Files of a build before this one.
  const old = forms.filter((path) => path.startsWith("/assets/") && !parts.includes(path));
  await Promise.all(old.map((path) => cache.delete(path)));
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  const isForm = request.mode === "navigate" && FORM.test(pathname);
  const isPart = request.method === "GET" && /^\/(assets|fonts)\/|\.(js|svg)$/.test(pathname);
  if (isForm || isPart) event.respondWith(fetch(request).catch(() => kept(pathname)));
});

async function kept(pathname) {
  const cache = await caches.open(CACHE);
  return (await cache.match(pathname)) ?? Response.error();
}
