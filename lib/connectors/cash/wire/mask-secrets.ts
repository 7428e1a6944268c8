import { escapeXml } from "../soap/escape-xml";

const mask = "•••";

/** A shorter secret is masked in its element only: taking it out everywhere would make the text unreadable and tell its length. */
const shortestByValue = 4;

/** Elements whose text is secret whatever it is, also when the text is cut off in the middle. */
const secretElements = /(<(?:[\w-]+:)?(?:token|pass|password)\b[^>]*>)[^<]+/gi;

/** Takes these secrets out of a text, as they are and as XML writes them. */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  const written = secrets.filter((secret) => secret.length >= shortestByValue).flatMap((secret) => [escapeXml(secret), secret]);
  const masked = written.reduce((current, secret) => current.replaceAll(secret, mask), text);
  return masked.replace(secretElements, `$1${mask}`);
}
