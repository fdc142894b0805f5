// 各月考核: the submitted scores, newest first, with the marks that follow from the probation.
import { Card, Flex, Table, Tag } from "antd";
import { Link } from "react-router";
import { useInView } from "../../shared/inView";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import type { Person } from "./person";
import { TEXTS } from "./texts";

export function MonthsCard({ person }: { person: Person }) {
  const words = usePick(TEXTS).months;
  const may = useMay();
  const { units, setUnit } = useInView();
  const names = new Map(units.map(({ code, name }) => [code, name]));
  return (
    <Card
      size="small"
      title={words.title}
      styles={{ body: { padding: person.months.length === 0 ? 12 : 0 } }}
    >
      {person.months.length === 0 ? (
        <NothingYet what={words.none} first={words.noneHelp} />
      ) : (
        <Table
          size="small"
          rowKey={({ unit, month }) => `${unit} ${month}`}
          pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }}
          dataSource={person.months}
          tableLayout="fixed"
          columns={[
            { title: words.month, dataIndex: "month", width: 84 },
            {
              title: words.unit,
              dataIndex: "unit",
              ellipsis: true,
              render: (unit: string) => names.get(unit) ?? unit,
            },
            { title: words.score, dataIndex: "score", width: 72, align: "right" },
            {
              title: words.marks,
              key: "marks",
              width: 150,
              render: (_, { probation, mayAskReplacement }) => (
                <Flex wrap gap={4}>
                  {probation ? <Tag color="blue">{words.probation}</Tag> : null}
                  {mayAskReplacement ? <Tag color="red">{words.may}</Tag> : null}
                </Flex>
              ),
            },
            {
              key: "open",
              width: 92,
              render: (_, { unit, month }) =>
                may("unitMonth", unit) ? (
                  <Link
                    to={`/scoring?month=${month}`}
                    aria-label={`${words.open} ${month}`}
                    style={{ textDecoration: "underline" }}
                    onClick={() => setUnit(unit)}
                  >
                    {words.open}
                  </Link>
                ) : null,
            },
          ]}
        />
      )}
    </Card>
  );
}
