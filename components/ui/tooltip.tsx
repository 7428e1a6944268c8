"use client";

import { useEffect, useState, type FocusEvent, type PointerEvent, type ReactNode } from "react";

/**
 * The words of a button that shows a picture alone, beside it on hover and on focus by key; Escape takes them away. They are for the eyes: the button
 * says them itself (`aria-label`). The button stays the same element throughout, so that no press of it is lost.
 */
export function Tooltip({ text, children }: { text: ReactNode; children: ReactNode }) {
  const [isNear, setIsNear] = useState(false);
  const leave = () => setIsNear(false);
  useEffect(() => {
    if (!isNear) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") setIsNear(false);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [isNear]);
  return (
    <span
      className="relative inline-flex"
      onPointerEnter={(event: PointerEvent) => setIsNear(event.pointerType === "mouse")}
      onPointerLeave={leave}
      onPointerDown={leave}
      onFocus={(event: FocusEvent) => setIsNear(event.target.matches(":focus-visible"))}
      onBlur={leave}
    >
      {children}
      {isNear ? (
        <span aria-hidden className="absolute top-full right-0 z-50 w-max max-w-xs pt-1.5 [animation:appear_var(--slow)_var(--ease)_300ms_backwards]">
          <span className="block rounded-md bg-ink px-2.5 py-1.5 text-sm text-on-ink shadow-float">{text}</span>
        </span>
      ) : null}
    </span>
  );
}
