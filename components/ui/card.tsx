import type { ComponentProps, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

/** A white sheet on the canvas. Never put one into another. */
export function Card({ className, ...rest }: ComponentProps<"section">) {
  return <section className={classNames("min-w-0 rounded-lg bg-surface shadow-card", className)} {...rest} />;
}

type CardHeaderProps = {
  title: ReactNode;
  /** For `aria-labelledby` of the card. */
  titleId?: string;
  description?: ReactNode;
  /** Badge or buttons at the end of the line. */
  children?: ReactNode;
  /** A smaller title, for cards in the side column. */
  quiet?: boolean;
};

export function CardHeader({ title, titleId, description, children, quiet = false }: CardHeaderProps) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3 px-(--card-x) pt-5">
      <div className="flex-[1_1_12rem]">
        <h2 id={titleId} className={quiet ? "text-md" : undefined}>
          {title}
        </h2>
        {description ? <p className="mt-0.5 max-w-[72ch] text-sm text-fg-2">{description}</p> : null}
      </div>
      {children ? <div className="flex flex-wrap items-center gap-2">{children}</div> : null}
    </header>
  );
}

export function CardBody({ className, ...rest }: ComponentProps<"div">) {
  return <div className={classNames("px-(--card-x) py-5", className)} {...rest} />;
}

export function CardFooter({ className, ...rest }: ComponentProps<"footer">) {
  return (
    <footer
      className={classNames("flex flex-wrap items-center justify-between gap-3 border-t border-line px-(--card-x) py-3 text-sm", className)}
      {...rest}
    />
  );
}
