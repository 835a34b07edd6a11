/**
 * The service worker: after one visit the site works without a network, and a new build replaces the
 * old one as a whole. It also adds the two headers that a page needs for more than one thread, which
 * plain web servers such as GitHub Pages can't be told to send.
 *
 * @module
 */
import { PrecacheController, type PrecacheEntry } from "workbox-precaching";

/** The part of a service worker's world that is used here. */
interface Scope {
  /** The files of this build with a fingerprint of each; the build writes them in. */
  __GLASSNET_FILES: PrecacheEntry[];
  addEventListener(type: "install" | "activate", listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: "message", listener: (event: { data: unknown }) => void): void;
  addEventListener(type: "fetch", listener: (event: FetchEvent) => void): void;
  skipWaiting(): Promise<void>;
}

interface ExtendableEvent {
  waitUntil(promise: Promise<unknown>): void;
}

interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

declare const self: Scope;

const precache = new PrecacheController();
precache.addToCacheList(self.__GLASSNET_FILES);

// All files are fetched before the new build takes over; if one is missing, the old build stays.
self.addEventListener("install", (event) => {
  event.waitUntil(Promise.resolve(precache.install(event as never)));
});
self.addEventListener("activate", (event) => {
  event.waitUntil(Promise.resolve(precache.activate(event as never)));
});
self.addEventListener("message", ({ data }) => {
  if (data === "take over") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  // JupyterLab has a service worker of its own.
  if (pathname.includes("/lab/")) return;
  event.respondWith(answer(request));
});

async function answer(request: Request): Promise<Response> {
  const { origin, pathname } = new URL(request.url);
  const address = origin + (pathname.endsWith("/") ? `${pathname}index.html` : pathname);
  const response = await precache.matchPrecache(address) ?? await fetch(request);
  if (response.status === 0) return response;
  const headers = new Headers(response.headers);
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  headers.set("Cross-Origin-Embedder-Policy", "require-corp");
  headers.set("Cross-Origin-Resource-Policy", "same-origin");
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}
