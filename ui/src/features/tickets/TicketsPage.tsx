// 工单: the list, and one ticket behind it.
import { Route, Routes, useParams } from "react-router";
import { TicketList } from "./TicketList";
import { TicketPage } from "./TicketPage";

export default function TicketsPage() {
  return (
    <Routes>
      <Route index element={<TicketList />} />
      <Route path=":ticket" element={<One />} />
    </Routes>
  );
}

function One() {
  const { ticket = "" } = useParams();
  return <TicketPage key={ticket} ticket={ticket} />;
}
