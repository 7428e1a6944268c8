"use client";

import { useEffect } from "react";

const fields = "input:not([type=hidden]), select, textarea, button, a[href]";

/**
 * Brings what the address names after its # into view, and puts the focus into it: into the field that is marked with `data-arrival`, else into
 * the first one. The browser and the router do it only where the page is there at once, and not behind a skeleton.
 */
export function Arrival() {
  useEffect(() => {
    arriveAt(location.hash);
    const follow = ({ target }: MouseEvent) => {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href*='#']") : null;
      if (link?.pathname === location.pathname) requestAnimationFrame(() => arriveAt(link.hash));
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, []);
  return null;
}

function arriveAt(hash: string): void {
  const place = hash.length > 1 ? document.getElementById(hash.slice(1)) : null;
  if (place === null) return;
  const field = place.querySelector<HTMLElement>("[data-arrival]") ?? place.querySelector<HTMLElement>(fields);
  if (field === null) place.tabIndex = -1;
  place.scrollIntoView();
  (field ?? place).focus({ preventScroll: true });
}
