// The pictures over the three ways to begin, in one line width.
import type { ReactNode } from "react";

function drawing(path: string, looks = "plain-drawing"): ReactNode {
  return (
    <svg className={looks} viewBox="0 0 24 24" aria-hidden focusable="false">
      <path d={path} />
    </svg>
  );
}

export const DRAWINGS = {
  // A sheet with a plus.
  new: drawing("M14 3H6a1 1 0 0 0-1 1v16a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1V8zM14 3v5h5M12 11v6M9 14h6"),
  // An open folder.
  open: drawing(
    "M3 19V6a1 1 0 0 1 1-1h5l2 2.500h7a1 1 0 0 1 1 1V10M3 19l2.600-8.300a1 1 0 0 1 1-.7H21a.6.6 0 0 1 .6.800L19.200 18.300a1 1 0 0 1-1 .7z",
  ),
  // A disk with the mark of beginning.
  demo: drawing("M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM10 8.500v7l5.500-3.500z"),
};

/** An arrow to where one came from. */
export const BACK = drawing("M20 12H5M11 6l-6 6 6 6", "plain-icon");
