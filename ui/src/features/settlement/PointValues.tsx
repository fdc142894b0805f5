// 差距分析: what one point more or less of each unit is worth.
import { Card, Skeleton, Table, type TableColumnsType, Typography } from "antd";
import { compare, money, shownExact } from "../../shared/exact";
import { Failure } from "../../shared/Failure";
import { usePick } from "../../shared/pick";
import type { PointValueView, ShiftedView } from "../../bindings/bindings";
import { useMay, useSignedIn } from "../../shared/session";
import { useRead } from "../../shared/useCase";
import { TEXTS } from "./texts";

type Line = PointValueView;

export function PointValues({ quarter }: { quarter: string }) {
  const texts = usePick(TEXTS).whatIf.points;
  const may = useMay();
  const { status } = useSignedIn();
  const has = may("pointValues", status.unit);
  const values = useRead("pointValues", { quarter }, has);
  if (!has) return null;
  return (
    <Card
      size="small"
      title={texts.title}
      extra={<Typography.Text type="secondary">{texts.help}</Typography.Text>}
      styles={{ body: { padding: 0 } }}
    >
      {values.isError ? (
        <Failure error={values.error} />
      ) : values.isPending ? (
        <Skeleton active style={{ padding: 16 }} />
      ) : (
        <Table
          size="small"
          rowKey="code"
          pagination={false}
          dataSource={values.data}
          columns={columns(texts)}
          scroll={{ x: 720 }}
        />
      )}
    </Card>
  );
}

function columns(texts: (typeof TEXTS)["zh-CN"]["whatIf"]["points"]): TableColumnsType<Line> {
  const worth = (key: "plusOne" | "minusOne", title: string) => ({
    title,
    children: [
      {
        title: texts.overall,
        key: `${key}.overall`,
        align: "right" as const,
        width: 96,
        render: (_: unknown, line: Line) => line[key]?.overall ?? "—",
      },
      {
        title: texts.fee,
        key: `${key}.fee`,
        align: "right" as const,
        width: 150,
        sorter: (a: Line, b: Line) => compare(a[key]?.difference ?? null, b[key]?.difference ?? null),
        render: (_: unknown, line: Line) => difference(line[key], texts.same),
      },
    ],
  });
  return [
    { title: texts.unit, dataIndex: "name", ellipsis: true },
    {
      title: texts.score,
      dataIndex: "score",
      align: "right",
      width: 110,
      sorter: (a, b) => compare(a.score, b.score),
      render: shownExact,
    },
    worth("plusOne", texts.plus),
    worth("minusOne", texts.minus),
  ];
}

function difference(worth: ShiftedView | null, same: string): string {
  if (worth === null || worth.difference === null) return "—";
  if (/^-?0(\.0+)?$/.test(worth.difference)) return same;
  return worth.difference.startsWith("-") ? money(worth.difference) : `+${money(worth.difference)}`;
}
