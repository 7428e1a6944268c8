import { createMasking, type Masking, type Notation } from "@/lib/connectors/wire/masking";

/** Texts of JSON that are secret whatever they are: webhooks of others come with their secrets, and with addresses that are secrets themselves. */
const json: Notation = {
  write: (secret) => {
    const written = JSON.stringify(secret).slice(1, -1);
    return [written.replaceAll("/", "\\/"), written];
  },
  labelled: /("(?:secret|url)"\s*:\s*")(?:[^"\\]|\\.)+/gi,
};

/** Takes these secrets out of texts, as they are and as JSON writes them. */
export function maskInJson(secrets: readonly string[]): Masking {
  return createMasking(secrets, json);
}
