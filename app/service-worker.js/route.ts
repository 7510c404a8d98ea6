import { offlinePage } from "@/app/_offline/offline-page";
import { workerScript } from "@/app/_offline/worker-script";
import en from "@/messages/en/common.json";
import zh from "@/messages/zh/common.json";

const SCRIPT = workerScript({
  en: offlinePage("en", en.name, en.offlinePage),
  zh: offlinePage("zh-Hans", zh.name, zh.offlinePage),
});

/** The service worker; browsers ask for it again at every load and keep it while it is the same. */
export const GET = () =>
  new Response(SCRIPT, {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "no-cache",
      "content-security-policy": "default-src 'none'; connect-src 'self'",
      "x-content-type-options": "nosniff",
    },
  });
