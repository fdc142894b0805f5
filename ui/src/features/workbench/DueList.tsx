// 待办: what the account is to do, each with its day and the way there.
import { Button, Card, Flex, Tag, Typography } from "antd";
import { useNavigate } from "react-router";
import { Failure } from "../../shared/Failure";
import { useInView } from "../../shared/inView";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { useRead } from "../../shared/useCase";
import { type DueLine, gathered, OF_NO_QUARTER, placeOf, SINCE } from "./due";
import { useSentence } from "./sentence";
import { TEXTS } from "./texts";

export function DueList() {
  const words = usePick(TEXTS);
  const due = useRead("workbench", {});
  const lines = gathered(due.data ?? []);
  return (
    <Card size="small" title={words.due} loading={due.isPending}>
      {due.isError ? <Failure error={due.error} retry={() => due.refetch()} /> : null}
      {due.isSuccess && lines.length === 0 ? (
        <NothingYet what={words.nothingDue} first={words.nothingDueHelp} />
      ) : (
        <ul style={{ listStyle: "none", margin: 0, padding: 0 }}>
          {lines.map((line) => (
            <Line key={line.key} line={line} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Line({ line }: { line: DueLine }) {
  const words = usePick(TEXTS);
  const navigate = useNavigate();
  const { setQuarter, setUnit } = useInView();
  const sentence = useSentence()(line);
  const go = () => {
    // What is about people or tickets is about no quarter.
    if (!OF_NO_QUARTER.has(line.task)) setQuarter(line.quarter);
    const only = line.units.length === 1 ? line.units[0] : undefined;
    if (only !== undefined) setUnit(only.code);
    void navigate(placeOf(line));
  };
  return (
    <li>
      <Flex align="center" gap="small" style={{ paddingBlock: 6 }}>
        <Typography.Text style={{ flex: 1, minWidth: 0 }}>{sentence}</Typography.Text>
        {line.overdue ? <Tag color="red">{words.overdue}</Tag> : null}
        <Typography.Text type="secondary" style={{ whiteSpace: "nowrap" }}>
          {SINCE.has(line.task) ? words.since(line.by) : words.by(line.by)}
        </Typography.Text>
        <Button size="small" onClick={go} aria-label={`${words.go}: ${sentence}`}>
          {words.go}
        </Button>
      </Flex>
    </li>
  );
}
