import type { ReactNode } from "react";
import type { Frame } from "@/components/charts/lay-out-bars";

const wide: Frame = { width: 640, height: 200, top: 26, right: 10, bottom: 26, left: 38 };
const narrow: Frame = { width: 344, height: 200, top: 26, right: 10, bottom: 26, left: 38 };

/** Draws a chart as wide as there is room for, so that its words keep their size; what is not shown is not read out either. */
export function InFrames({ children }: { children: (frame: Frame) => ReactNode }) {
  return (
    <div className="@container">
      <div className="@lg:hidden">{children(narrow)}</div>
      <div className="@max-lg:hidden">{children(wide)}</div>
    </div>
  );
}
