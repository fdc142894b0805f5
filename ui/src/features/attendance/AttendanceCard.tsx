// 考勤 on a person's page: what each month comes to, newest first, and the way to that month's grid.
import { Card, Table, theme } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { Failure } from "../../shared/Failure";
import { useInView } from "../../shared/inView";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { useRead } from "../../shared/useCase";
import { saidOf } from "./saidOf";
import { TEXTS } from "./texts";

/** Months on a page. */
const PAGE = 12;

export function AttendanceCard({ staffNo }: { staffNo: string }) {
  const words = usePick(TEXTS);
  const { token } = theme.useToken();
  const may = useMay();
  const { setUnit } = useInView();
  const [page, setPage] = useState(1);
  const found = useRead("personAttendance", { staffNo, limit: PAGE, offset: (page - 1) * PAGE });
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  const lines = found.data?.lines ?? [];
  const none = found.data?.found === 0;
  const units = new Set(lines.map(({ unit }) => unit));
  return (
    <Card size="small" title={words.monthsOf} styles={{ body: { padding: none ? 12 : 0 } }}>
      {none ? (
        <NothingYet what={words.noMonths} first={words.noMonthsHelp} />
      ) : (
        <Table
          size="small"
          loading={found.isPending}
          rowKey={({ unit, month }) => `${unit} ${month}`}
          pagination={{
            current: page,
            pageSize: PAGE,
            total: found.data?.found ?? page * PAGE,
            hideOnSinglePage: true,
            showSizeChanger: false,
            onChange: setPage,
          }}
          dataSource={lines}
          tableLayout="fixed"
          columns={[
            { title: words.month, dataIndex: "month", width: 84 },
            ...(units.size > 1
              ? [{ title: words.unitOf, dataIndex: "unitName", width: 110, ellipsis: true }]
              : []),
            {
              title: words.totals.present,
              key: "present",
              width: 110,
              render: (_, { totals }) => `${totals.present}/${totals.due}`,
            },
            {
              title: words.comesTo,
              key: "said",
              render: (_, { totals }) => (
                <span style={{ color: totals.clean ? token.colorTextSecondary : token.colorErrorText }}>
                  {saidOf(words, totals).join(" · ")}
                </span>
              ),
            },
            {
              key: "open",
              width: 104,
              render: (_, { unit, month }) =>
                may("attendanceMonth", unit) ? (
                  <Link
                    to={`/attendance?month=${month}`}
                    aria-label={`${words.see} ${month}`}
                    style={{ textDecoration: "underline" }}
                    onClick={() => setUnit(unit)}
                  >
                    {words.see}
                  </Link>
                ) : null,
            },
          ]}
        />
      )}
    </Card>
  );
}
