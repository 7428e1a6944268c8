import type { Variables } from "./environment-file";

/** What a program needs from the machine it runs on. Everything else a child process gets is named where it is started. */
const names = [
  "PATH",
  "HOME",
  "USER",
  "LANG",
  "TMPDIR",
  "TEMP",
  "SystemRoot",
  "COLORTERM",
  "FORCE_COLOR",
  "NO_COLOR",
  // A company's proxy and its certificates.
  "HTTP_PROXY",
  "HTTPS_PROXY",
  "NO_PROXY",
  "http_proxy",
  "https_proxy",
  "no_proxy",
  "NODE_EXTRA_CA_CERTS",
  "SSL_CERT_FILE",
  "SSL_CERT_DIR",
];

/** The machine's own variables for a child process, in UTC and without telemetry. */
export function systemVariables(environment: Variables): Record<string, string> {
  const inherited = names.flatMap((name) => {
    const value = environment[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(inherited), TZ: "UTC", NEXT_TELEMETRY_DISABLED: "1" };
}
