// Beside the scoring sheet: what the person's month of attendance comes to, and what the rubric would take off for it.
import { Button, Flex, Typography } from "antd";
import { useNavigate } from "react-router";
import type { ProposedItem } from "../../bindings/bindings";
import { useMarks } from "../../shared/marks";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { useRead } from "../../shared/useCase";
import { saidOf } from "./saidOf";
import { TEXTS } from "./texts";

interface TotalsOfPersonProps {
  unit: string;
  month: string;
  staffNo: string;
  /** Takes the rubric's deductions into the sheet; absent where nothing can be typed. */
  fill: ((proposed: ProposedItem[]) => void) | null;
}

export function TotalsOfPerson({ unit, month, staffNo, fill }: TotalsOfPersonProps) {
  const marks = useMarks();
  const words = usePick(TEXTS);
  const may = useMay();
  const navigate = useNavigate();
  const totals = useRead("attendanceTotals", { unit, month }, may("attendanceTotals", unit));
  const row = totals.data?.find((found) => found.staffNo === staffNo);
  if (row === undefined) return null;
  return (
    <Flex vertical gap={4} align="start">
      <Typography.Text type="secondary" style={{ fontSize: 12 }}>
        {`${words.monthTotals}${marks.colon}${saidOf(words, row.totals).join(" · ")}`}
      </Typography.Text>
      <Typography.Link
        underline
        style={{ fontSize: 12 }}
        role="link"
        tabIndex={0}
        onClick={() => void navigate(`/attendance?month=${month}`)}
        onKeyDown={({ key }) => key === "Enter" && void navigate(`/attendance?month=${month}`)}
      >
        {words.see}
      </Typography.Link>
      {fill === null || row.proposed.length === 0 ? null : (
        <Button
          size="small"
          onClick={() => fill(row.proposed)}
          title={row.proposed.map(({ reason }) => reason).join("\n")}
        >
          {words.propose}
        </Button>
      )}
    </Flex>
  );
}
