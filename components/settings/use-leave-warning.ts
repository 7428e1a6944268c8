"use client";

import { useEffect, useRef, useState } from "react";

/** Whether a click on this link would leave the page in this tab. */
function leavesPage(event: MouseEvent, link: HTMLAnchorElement): boolean {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false;
  if (link.target === "_blank" || link.hasAttribute("download")) return false;
  const { origin, pathname, search } = new URL(link.href, location.href);
  return origin === location.origin && pathname + search !== location.pathname + location.search;
}

/**
 * While there are unsaved changes: stops clicks on links that lead away, and lets the browser ask before the tab closes.
 * `leave` follows the link that was stopped.
 */
export function useLeaveWarning(hasChanges: boolean) {
  const [stopped, setStopped] = useState<HTMLAnchorElement | null>(null);
  const isDecided = useRef(false);
  useEffect(() => {
    if (!hasChanges) return;
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (isDecided.current || !link || !leavesPage(event, link)) return;
      event.preventDefault();
      event.stopPropagation();
      setStopped(link);
    };
    const onUnload = (event: BeforeUnloadEvent) => {
      if (!isDecided.current) event.preventDefault();
    };
    document.addEventListener("click", onClick, { capture: true });
    window.addEventListener("beforeunload", onUnload);
    return () => {
      document.removeEventListener("click", onClick, { capture: true });
      window.removeEventListener("beforeunload", onUnload);
    };
  }, [hasChanges]);
  return {
    isAsking: stopped !== null,
    stay: () => setStopped(null),
    leave: () => {
      isDecided.current = true;
      setStopped(null);
      stopped?.click();
    },
  };
}
