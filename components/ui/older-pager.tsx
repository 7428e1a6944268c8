import Link, { type LinkProps } from "next/link";
import { Button } from "@/components/ui/button";
import { CardFooter } from "@/components/ui/card";

type OlderPagerProps = {
  /** Back to the top; null: this is the top. */
  newest: LinkProps<string>["href"] | null;
  /** On to what is older; null: there is nothing. */
  older: LinkProps<string>["href"] | null;
  words: { newest: string; older: string };
};

/** On through a history, newest first, of which only the way back to the top is known. Nothing to show when everything is on one page. */
export function OlderPager({ newest, older, words }: OlderPagerProps) {
  if (newest === null && older === null) return null;
  return (
    <CardFooter>
      {newest === null ? (
        <span />
      ) : (
        <Button asChild size="sm" variant="ghost">
          <Link href={newest}>{words.newest}</Link>
        </Button>
      )}
      {older === null ? null : (
        <Button asChild size="sm">
          <Link href={older}>{words.older}</Link>
        </Button>
      )}
    </CardFooter>
  );
}
