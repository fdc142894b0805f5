// The program's name on top of every screen.
import type { ReactNode } from "react";
import icon from "../../../icons/icon.svg";
import { useTexts } from "../shared/preference";

/** With what stands behind the name, if anything. */
export function Brand({ children }: { children?: ReactNode }) {
  const texts = useTexts();
  return (
    <div className="brand">
      <img src={icon} alt="" width={26} height={26} />
      <strong>{texts.product}</strong>
      {children}
    </div>
  );
}
