// Every screen that works, in the order of the menu: where it lies, what it is called, and the use case without which an
// account has no business there. Screens are fetched when they are first opened.
import {
  AuditOutlined,
  BankOutlined,
  CalendarOutlined,
  CommentOutlined,
  DashboardOutlined,
  EditOutlined,
  FileProtectOutlined,
  FileDoneOutlined,
  FileSearchOutlined,
  FormOutlined,
  FundProjectionScreenOutlined,
  IdcardOutlined,
  ImportOutlined,
  MessageOutlined,
  SafetyCertificateOutlined,
  SettingOutlined,
  SolutionOutlined,
  TableOutlined,
  TeamOutlined,
} from "@ant-design/icons";
import { type ComponentType, lazy, type ReactNode } from "react";
import { reachOf, useMay, useSignedIn } from "../shared/session";
import type { UseCase } from "../shared/transport";

/** Keys of `texts.screens`. */
export type ScreenKey =
  | "workbench"
  | "tickets"
  | "opportunities"
  | "customers"
  | "documents"
  | "communication"
  | "forms"
  | "find"
  | "own"
  | "scoring"
  | "board"
  | "attendance"
  | "objections"
  | "settlement"
  | "certification"
  | "received"
  | "people"
  | "import"
  | "settings";

export interface Screen {
  key: ScreenKey;
  path: string;
  icon: ReactNode;
  needs: UseCase;
  /** Only for those whom the use case reaches with their own alone. */
  held?: true;
  Page: ComponentType;
  /** Page of docs/guide that tells more. */
  guide: string;
}

export const SCREENS: Screen[] = [
  {
    key: "workbench",
    path: "/",
    icon: <DashboardOutlined />,
    needs: "session",
    Page: lazy(() => import("../features/workbench/WorkbenchPage")),
    guide: "start",
  },
  {
    key: "tickets",
    path: "/tickets/*",
    icon: <SolutionOutlined />,
    needs: "tickets",
    Page: lazy(() => import("../features/tickets/TicketsPage")),
    guide: "tickets",
  },
  {
    key: "opportunities",
    path: "/opportunities/*",
    icon: <FundProjectionScreenOutlined />,
    needs: "opportunities",
    Page: lazy(() => import("../features/opportunities/OpportunitiesPage")),
    guide: "opportunities",
  },
  {
    key: "customers",
    path: "/customers/*",
    icon: <BankOutlined />,
    needs: "customers",
    Page: lazy(() => import("../features/customers/CustomersPage")),
    guide: "opportunities",
  },
  {
    key: "documents",
    path: "/documents/*",
    icon: <FileDoneOutlined />,
    needs: "documents",
    Page: lazy(() => import("../features/documents/DocumentsPage")),
    guide: "documents",
  },
  {
    key: "communication",
    path: "/communication/*",
    icon: <CommentOutlined />,
    needs: "forms",
    Page: lazy(() => import("../features/communication/CommunicationPage")),
    guide: "communication",
  },
  {
    key: "forms",
    path: "/forms/*",
    icon: <FormOutlined />,
    needs: "forms",
    Page: lazy(() => import("../features/communication/FormsPage")),
    guide: "forms",
  },
  {
    key: "find",
    path: "/find",
    icon: <FileSearchOutlined />,
    needs: "findWords",
    Page: lazy(() => import("../features/find/FindPage")),
    guide: "find",
  },
  {
    key: "own",
    path: "/own",
    icon: <IdcardOutlined />,
    needs: "personScores",
    held: true,
    Page: lazy(() => import("../features/own/OwnPage")),
    guide: "tickets",
  },
  {
    key: "scoring",
    path: "/scoring",
    icon: <EditOutlined />,
    needs: "unitMonth",
    Page: lazy(() => import("../features/assessment/ScoringPage")),
    guide: "scoring",
  },
  {
    key: "board",
    path: "/board",
    icon: <TableOutlined />,
    needs: "settle",
    Page: lazy(() => import("../features/assessment/BoardPage")),
    guide: "board",
  },
  {
    key: "attendance",
    path: "/attendance",
    icon: <CalendarOutlined />,
    needs: "attendanceMonth",
    Page: lazy(() => import("../features/attendance/AttendancePage")),
    guide: "attendance",
  },
  {
    key: "objections",
    path: "/objections",
    icon: <MessageOutlined />,
    needs: "unitQuarter",
    Page: lazy(() => import("../features/objections/ObjectionsPage")),
    guide: "objections",
  },
  {
    key: "settlement",
    path: "/settlement",
    icon: <AuditOutlined />,
    needs: "unitQuarter",
    Page: lazy(() => import("../features/settlement/SettlementPage")),
    guide: "settlement",
  },
  {
    key: "certification",
    path: "/certification/*",
    icon: <SafetyCertificateOutlined />,
    needs: "certifications",
    Page: lazy(() => import("../features/certification/CertificationPage")),
    guide: "certification",
  },
  {
    key: "received",
    path: "/received",
    icon: <FileProtectOutlined />,
    needs: "unitQuarter",
    Page: lazy(() => import("../features/received/ReceivedPage")),
    guide: "received",
  },
  {
    key: "people",
    path: "/people/*",
    icon: <TeamOutlined />,
    needs: "people",
    Page: lazy(() => import("../features/people/PeoplePage")),
    guide: "people",
  },
  {
    key: "import",
    path: "/import",
    icon: <ImportOutlined />,
    needs: "importSheet",
    Page: lazy(() => import("../features/import/ImportPage")),
    guide: "import",
  },
  {
    key: "settings",
    path: "/settings/*",
    icon: <SettingOutlined />,
    needs: "session",
    Page: lazy(() => import("../features/settings/SettingsPage")),
    guide: "settings",
  },
];

/** Those that the account may open. */
export function useScreens(): Screen[] {
  const may = useMay();
  const { session } = useSignedIn();
  return SCREENS.filter(
    ({ needs, held }) => may(needs) && (held !== true || reachOf(session, needs) === "mine"),
  );
}

/** Where a link to the screen leads. */
export function linkOf(screen: Screen): string {
  return screen.path.replace("/*", "");
}
