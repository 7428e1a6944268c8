import { Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

type NoticeProps = {
  /** `alert` needs a person and is read out at once. */
  tone?: "info" | "alert";
  title?: ReactNode;
  children?: ReactNode;
  /** The remedy's button stands beside the reason. */
  actions?: ReactNode;
  className?: string;
};

/** A sentence that belongs to the place it stands in. */
export function Notice({ tone = "info", title, children, actions, className }: NoticeProps) {
  const Icon = tone === "alert" ? TriangleAlert : Info;
  return (
    <div
      role={tone === "alert" ? "alert" : "note"}
      className={classNames(
        "flex flex-wrap items-start gap-x-4 gap-y-3 rounded-md px-4 py-3 text-sm",
        tone === "alert" ? "bg-alert-soft" : "bg-sunken text-fg-2",
        className,
      )}
    >
      <div className="flex flex-[1_1_16rem] gap-2">
        <Icon aria-hidden className={classNames("mt-0.5", tone === "alert" ? "text-alert" : "text-fg-3")} />
        <div className="min-w-0">
          {title ? <p className={classNames("font-semibold", tone === "alert" ? "text-alert-text" : "text-fg")}>{title}</p> : null}
          {children ? <div className="text-fg-2">{children}</div> : null}
        </div>
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </div>
  );
}
