import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

const config: NextConfig = {
  output: "standalone",
  // A lockfile in a folder above must not be taken for this project's.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  devIndicators: { position: "bottom-right" },
  typedRoutes: true,
  // `npm test` checks the types; to do it again at every build would make each first start wait half a minute longer.
  typescript: { ignoreBuildErrors: true },
  // In development Next would write what is typed into forms, passwords included, into the log.
  logging: { serverFunctions: false },
  // A file of work orders is up to 5 MB; every action checks session and role before it looks at what was sent.
  experimental: { serverActions: { bodySizeLimit: "6mb" } },
  poweredByHeader: false,
  serverExternalPackages: ["pino", "pg", "soap", "@node-rs/argon2", "pdfkit"],
  // Everybody begins with the question whether everything is all right. Here, so that nothing is painted on the way.
  redirects: async () => [{ source: "/", destination: "/dashboard", permanent: false }],
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Referrer-Policy", value: "same-origin" },
        { key: "X-Frame-Options", value: "DENY" },
        { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
      ],
    },
  ],
};

export default withNextIntl(config);
