"use client";

import { RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import { ActionError } from "@/components/actions/action-error";
import { useServerAction, type ServerAction } from "@/components/actions/use-server-action";
import { Button } from "@/components/ui/button";

type AskVendorProps<Answer> = {
  id: string;
  vendor: string;
  lookUp: ServerAction<{ id: string; vendor: string }, Answer>;
  words: { ask: string; asking: string };
  /** What came of it, in words. */
  children: (answer: Answer) => ReactNode;
};

/** Asks the vendor what it has now, and says what came of it where the person is. */
export function AskVendor<Answer>({ id, vendor, lookUp, words, children }: AskVendorProps<Answer>) {
  const router = useRouter();
  const [answer, setAnswer] = useState<{ data: Answer } | null>(null);
  const { run, isRunning, error } = useServerAction(lookUp, (data) => {
    setAnswer({ data });
    router.refresh();
  });
  const ask = () => {
    setAnswer(null);
    run({ id, vendor });
  };
  return (
    <div className="grid gap-3">
      <Button size="sm" className="justify-self-start" busy={isRunning && words.asking} onClick={ask}>
        <RefreshCw aria-hidden />
        {words.ask}
      </Button>
      <div role="status" className="text-sm text-fg-2 empty:hidden">
        {answer && !isRunning ? children(answer.data) : null}
      </div>
      <ActionError error={isRunning ? null : error} />
    </div>
  );
}
