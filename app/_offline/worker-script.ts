import type { Locale } from "@/i18n/routing";

/** The page's own policy; it holds for the answer that the worker makes up. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'";

/**
 * The service worker's code. It carries the offline pages within itself, so that they change with
 * it, keeps no cache, and touches nothing but the loading of a page that failed.
 */
export const workerScript = (pages: Record<Locale, string>): string => `"use strict";
const PAGES = ${JSON.stringify(pages)};

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  const preload = self.registration.navigationPreload;
  event.waitUntil(Promise.all([self.clients.claim(), preload && preload.enable()]));
});

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { pathname } = new URL(url);
  if (mode !== "navigate" || method !== "GET" || pathname.startsWith("/api/")) return;
  event.respondWith(load(event).catch(() => offline(pathname)));
});

const load = async (event) => (await event.preloadResponse) || fetch(event.request);

function offline(pathname) {
  const [, first] = pathname.split("/");
  const reader = navigator.language.startsWith("zh") ? "zh" : "en";
  const page = Object.hasOwn(PAGES, first) ? PAGES[first] : PAGES[reader];
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": ${JSON.stringify(POLICY)},
  };
  return new Response(page, { status: 503, headers });
}
`;
