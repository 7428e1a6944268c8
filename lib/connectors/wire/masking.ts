const mask = "•••";

/** A shorter secret is masked by its label only: taking it out everywhere would make the text unreadable and tell its length. */
const shortestByValue = 4;

/** Takes the secrets of one conversation out of texts that the log keeps. */
export type Masking = {
  maskWhole: (text: string) => string;
  /**
   * The same for the beginning of a longer text: what stands at its end may be the beginning of a secret that nobody can
   * recognise any more, and is left out. It is shorter by the length of the longest secret.
   */
  maskBeginning: (text: string) => string;
  /** The most characters that one of the secrets takes up in a text. */
  longestSecret: number;
};

export type Notation = {
  /** How a secret is written in a text of this notation, if otherwise than it is; the longest way first. */
  write: (secret: string) => readonly string[];
  /** What stands before a text that is secret whatever it is, as the first group, and then that text, also when it is cut off. */
  labelled: RegExp;
};

/** How these secrets are taken out of texts of a notation: as they are, as the notation writes them, and by their labels. */
export function createMasking(secrets: readonly string[], { write, labelled }: Notation): Masking {
  const forms = secrets.filter((secret) => secret.length >= shortestByValue).flatMap((secret) => [...write(secret), secret]);
  const longestSecret = Math.max(0, ...forms.map((form) => form.length));
  const maskValues = (text: string) => forms.reduce((current, form) => current.replaceAll(form, mask), text);
  const maskLabelled = (text: string) => text.replace(labelled, `$1${mask}`);
  return {
    maskWhole: (text) => maskLabelled(maskValues(text)),
    maskBeginning: (text) => {
      const masked = maskValues(text);
      return maskLabelled(masked.slice(0, Math.max(0, masked.length - longestSecret)));
    },
    longestSecret,
  };
}
