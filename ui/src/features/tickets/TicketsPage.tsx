// 工单: list, board, statistics and week, and one ticket behind them.
import { Flex, Segmented } from "antd";
import type { ReactNode } from "react";
import { Route, Routes, useNavigate, useParams } from "react-router";
import { usePick } from "../../shared/pick";
import { Board } from "./Board";
import { useMay } from "../../shared/session";
import { OUT } from "./outTexts";
import { Statistics } from "./Statistics";
import { SupportWeek } from "./SupportWeek";
import { TicketList } from "./TicketList";
import { TicketPage } from "./TicketPage";

/** The views, with their paths. */
const VIEWS = {
  list: "/tickets",
  board: "/tickets/board",
  statistics: "/tickets/statistics",
  week: "/tickets/week",
} as const;
type View = keyof typeof VIEWS;

export default function TicketsPage() {
  return (
    <Routes>
      <Route
        index
        element={
          <Viewed view="list">
            <TicketList />
          </Viewed>
        }
      />
      <Route
        path="board"
        element={
          <Viewed view="board">
            <Board />
          </Viewed>
        }
      />
      <Route
        path="statistics"
        element={
          <Viewed view="statistics">
            <Statistics />
          </Viewed>
        }
      />
      <Route
        path="week"
        element={
          <Viewed view="week">
            <SupportWeek />
          </Viewed>
        }
      />
      <Route path=":ticket" element={<One />} />
    </Routes>
  );
}

function Viewed({ view, children }: { view: View; children: ReactNode }) {
  const texts = usePick(OUT);
  const go = useNavigate();
  const may = useMay();
  return (
    <Flex vertical gap="small">
      <Segmented
        aria-label={texts.view}
        value={view}
        onChange={(chosen: View) => void go(VIEWS[chosen])}
        options={(Object.keys(VIEWS) as View[])
          .filter((value) => value !== "week" || may("supportWeek"))
          .map((value) => ({ value, label: texts.viewNames[value] }))}
        style={{ alignSelf: "flex-start" }}
      />
      {children}
    </Flex>
  );
}

function One() {
  const { ticket = "" } = useParams();
  return <TicketPage key={ticket} ticket={ticket} />;
}
