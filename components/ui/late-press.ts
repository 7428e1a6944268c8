"use client";

import { useEffect, useRef, useState, type RefObject, type SyntheticEvent } from "react";
import { useFailure, type LatePart } from "@/components/ui/late-part";

/** What a person did to a trigger before its part was there, to be done again, and whether the focus was on it. */
export type Press = { event: Event; hadFocus: boolean };

/**
 * A part behind a trigger. Until `take` is called the trigger stands there by itself; then the part comes with a trigger of its own, to
 * which focus and press are handed on (`useHandedOn`).
 */
export function useLatePress<Module>(part: LatePart<Module>) {
  const [taken, setTaken] = useState<{ part: Module; press: Press } | null>(null);
  const isTaken = useRef(false);
  const fail = useFailure();
  const take = ({ nativeEvent, currentTarget }: SyntheticEvent<Element, MouseEvent | KeyboardEvent>) => {
    if (isTaken.current) return;
    isTaken.current = true;
    const event = repeat(nativeEvent);
    const show = (there: Module) => setTaken({ part: there, press: { event, hadFocus: document.activeElement === currentTarget } });
    const there = part.current();
    if (there === null) part.fetch().then(show).catch(fail);
    else show(there);
  };
  return { taken, take };
}

/** The same event, to be sent once more. */
function repeat(event: MouseEvent | KeyboardEvent): Event {
  if (event instanceof KeyboardEvent) return new KeyboardEvent(event.type, event);
  return event.type === "pointerdown" ? new PointerEvent(event.type, event) : new MouseEvent(event.type, event);
}

/** For the trigger that comes with a part: it takes the focus and the press of the one that stood there before. */
export function useHandedOn({ event, hadFocus }: Press): RefObject<HTMLButtonElement | null> {
  const trigger = useRef<HTMLButtonElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current) return;
    isDone.current = true;
    if (hadFocus) trigger.current?.focus({ preventScroll: true });
    const send = () => void trigger.current?.dispatchEvent(event);
    // A letter is looked up among the options, and they are not there before the next frame.
    if (event instanceof KeyboardEvent && event.key.length === 1) requestAnimationFrame(send);
    else send();
  }, [event, hadFocus]);
  return trigger;
}
