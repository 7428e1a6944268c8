import type { LucideIcon } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import type { Route } from "next";

type LinkedEmptyProps = { icon: LucideIcon; title: string; text: string; /** Null: there is nothing that this person could do. */ link: { href: Route; label: string } | null };

/** Nothing here, in words, and the one way on. */
export function LinkedEmpty({ icon, title, text, link }: LinkedEmptyProps) {
  return (
    <Empty
      icon={icon}
      title={title}
      actions={
        link ? (
          <Button asChild>
            <Link href={link.href}>{link.label}</Link>
          </Button>
        ) : null
      }
    >
      {text}
    </Empty>
  );
}
