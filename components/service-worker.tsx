"use client";

import { useEffect } from "react";

/** Where the worker is served, which answers a page that cannot be reached. */
const SERVICE_WORKER = "/service-worker.js";

/** Registers the worker that shows the offline page. Browsers without one show their own. */
export function ServiceWorker() {
  useEffect(() => {
    // Refused in private windows and over plain http: then there is no offline page of ours.
    navigator.serviceWorker?.register(SERVICE_WORKER).catch(() => undefined);
  }, []);
  return null;
}
