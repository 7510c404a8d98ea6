import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./i18n/request.ts",
  // Messages are parsed by the build: no page loads a parser for them.
  experimental: {
    messages: { path: "./messages", locales: "infer", format: "json", precompile: true },
  },
});

const POLICY_OF_FILES = {
  key: "content-security-policy",
  value: "default-src 'none'; frame-ancestors 'none'",
};

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // Files of the build need no policy; the page that stands for a missing one does.
  headers: async () => [{ source: "/_next/:path*", headers: [POLICY_OF_FILES] }],
  reactStrictMode: true,
  experimental: { authInterrupts: true },
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  // `npm run check` type-checks once for everything; the build does not do it again.
  typescript: { ignoreBuildErrors: true, tsconfigPath: "tsconfig.next.json" },
  serverExternalPackages: [
    ...["pg", "pino", "@node-rs/argon2", "graphile-worker"],
    ...["flydrive", "@tus/server", "@tus/file-store"],
    ...["jsonld", "jsonld-signatures", "@digitalbazaar/data-integrity"],
    ...["@digitalbazaar/eddsa-rdfc-2022-cryptosuite", "@digitalbazaar/ed25519-multikey"],
  ],
};

export default withNextIntl(config);
