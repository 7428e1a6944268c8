import { CircleCheck, CircleQuestionMark, Clock, TriangleAlert, type LucideIcon } from "lucide-react";
import { Children, type ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

const tones = {
  good: { look: "text-good-text [&_svg]:text-good", icon: CircleCheck },
  alert: { look: "text-alert-text [&_svg]:text-alert", icon: TriangleAlert },
  uncertain: { look: "text-alert-text [&_svg]:text-alert", icon: CircleQuestionMark },
  neutral: { look: "text-fg", icon: Clock },
} as const;

type StateLineProps = {
  /** The state in a word; it comes first. */
  state?: ReactNode;
  tone?: keyof typeof tones;
  icon?: LucideIcon;
  /** What follows, separated by dots. */
  children?: ReactNode;
};

/** The state of a page in words, below its title. */
export function StateLine({ state, tone = "neutral", icon, children }: StateLineProps) {
  const Icon = icon ?? tones[tone].icon;
  const parts = Children.toArray(children);
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-fg-2">
      {state ? (
        <strong className={classNames("inline-flex items-center gap-1.5 font-medium", tones[tone].look)}>
          <Icon aria-hidden />
          {state}
        </strong>
      ) : null}
      {parts.map((part, index) => (
        <span key={index} className="contents">
          {state || index > 0 ? <Dot /> : null}
          <span>{part}</span>
        </span>
      ))}
    </p>
  );
}

/** The quiet dot between two facts on one line. */
export function Dot() {
  return (
    <span aria-hidden className="text-fg-3 opacity-60">
      ·
    </span>
  );
}
