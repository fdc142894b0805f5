// Where a blocker is dealt with.
import type { UseCase } from "../../shared/transport";

export interface Place {
  /** A screen's address; `confirm` opens the confirmation on this screen. */
  to: string;
  /** The unit that the screen is to show. */
  unit?: string;
  /** Without it the account has no business there. */
  needs: UseCase;
}

const STATIC: Record<string, Place> = {
  feeBaseMissing: { to: "/import?kind=contract", needs: "importSheet" },
  groupEmpty: { to: "/import?kind=units", needs: "importSheet" },
  nothingToAssess: { to: "/board", needs: "settle" },
};

/** Null where nothing can be done but wait, as for a quarter that is not over. */
export function placeOf(blocker: { code: string } & Record<string, unknown>): Place | null {
  const unit = typeof blocker.unit === "string" ? { unit: blocker.unit } : {};
  const month = typeof blocker.month === "string" ? `?month=${blocker.month}` : "";
  switch (blocker.code) {
    case "personNotScored":
    case "noEngineerUndeclared":
    case "monthNotClosed":
      return { to: `/scoring${month}`, needs: "unitMonth", ...unit };
    case "unitWithoutScores":
      return { to: "/scoring", needs: "unitMonth", ...unit };
    case "exemptionNotApproved":
      return { to: "/board", needs: "approveExemption", ...unit };
    case "objectionOpen":
      return { to: "/objections", needs: "unitQuarter", ...unit };
    case "unitNotConfirmed":
      return { to: "confirm", needs: "confirmUnits", ...unit };
    default:
      return STATIC[blocker.code] ?? null;
  }
}
