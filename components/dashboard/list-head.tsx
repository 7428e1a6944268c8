import type { Route } from "next";
import Link from "next/link";
import { CardHeader } from "@/components/ui/card";

/** The head of a card that shows the gist of a list, with the way to the whole of it. */
export function ListHead({ id, title, href, all }: { id: string; title: string; href: Route; all: string }) {
  return (
    <CardHeader title={title} titleId={id}>
      <Link href={href} className="link text-sm">
        {all}
      </Link>
    </CardHeader>
  );
}
