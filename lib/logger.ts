import pino from "pino";
import { logLevel } from "@/lib/env";

/** The process log, for engineers. Secrets are masked by name wherever they stand; people read the log pages instead. */
export const logger = pino({
  level: logLevel(),
  redact: {
    paths: ["password", "*.password", "secret", "*.secret", "apiKey", "*.apiKey", "token", "*.token", "authorization", "*.authorization", "cookie", "*.cookie"],
    censor: "•••",
  },
});
