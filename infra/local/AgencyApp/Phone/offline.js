// Keeps the page itself on the phone, so that it opens without a network; what it sends, and the time, are never kept.
const PAGE = 'phone-2';
const FILES = ['./', 'page.mjs', 'outbox.mjs', 'texts.mjs', 'style.css'];

self.addEventListener('install', event => event.waitUntil(
  caches.open(PAGE).then(cache => cache.addAll(FILES)).then(() => self.skipWaiting())));

self.addEventListener('activate', event => event.waitUntil(
  caches.keys().then(names => Promise.all(names.filter(name => name !== PAGE).map(name => caches.delete(name))))
    .then(() => self.clients.claim())));

self.addEventListener('fetch', event => {
  if (event.request.method !== 'GET' || new URL(event.request.url).pathname === '/clock') return;
  event.respondWith(fetch(event.request)
    .then(answer => {
      if (answer.ok) {
        const copy = answer.clone();
        caches.open(PAGE).then(cache => cache.put(event.request, copy));
      }
      return answer;
    })
    .catch(async () => (await caches.match(event.request, { ignoreSearch: true })) ?? Response.error()));
});
