import { escapeXml } from "../soap/escape-xml";

const mask = "•••";

/** A shorter secret is masked in its element only: taking it out everywhere would make the text unreadable and tell its length. */
const shortestByValue = 4;

/** Elements whose text is secret whatever it is, also when the text is cut off in the middle. */
const secretElements = /(<(?:[\w-]+:)?(?:token|pass|password)\b[^>]*>)[^<]+/gi;

/** Takes these secrets out of a text, as they are and as XML writes them. */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  return maskElements(maskValues(text, secrets));
}

/**
 * The same for the beginning of a longer text: what stands at its end may be the beginning of a secret that nobody can
 * recognise any more, and is left out. It is shorter by the length of the longest secret.
 */
export function maskBeginning(text: string, secrets: readonly string[]): string {
  const masked = maskValues(text, secrets);
  return maskElements(masked.slice(0, Math.max(0, masked.length - longestSecret(secrets))));
}

/** The most characters that one of these secrets takes up in a text. */
export function longestSecret(secrets: readonly string[]): number {
  return Math.max(0, ...writtenForms(secrets).map((secret) => secret.length));
}

function maskValues(text: string, secrets: readonly string[]): string {
  return writtenForms(secrets).reduce((current, secret) => current.replaceAll(secret, mask), text);
}

function maskElements(text: string): string {
  return text.replace(secretElements, `$1${mask}`);
}

function writtenForms(secrets: readonly string[]): string[] {
  return secrets.filter((secret) => secret.length >= shortestByValue).flatMap((secret) => [escapeXml(secret), secret]);
}
