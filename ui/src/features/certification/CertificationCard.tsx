// A person's certification on their own page: where they stand, the level held, how the gates of the next one stand.
import { Card, Skeleton, Space, Typography } from "antd";
import { Link } from "react-router";
import { Failure } from "../../shared/Failure";
import { useMarks } from "../../shared/marks";
import { usePick } from "../../shared/pick";
import { useRead } from "../../shared/useCase";
import { StateTag } from "./StateTag";
import { TEXTS } from "./texts";

export function CertificationCard({ staffNo }: { staffNo: string }) {
  const marks = useMarks();
  const texts = usePick(TEXTS);
  const { card } = texts;
  const read = useRead("certification", { staffNo, number: null, level: null });
  const view = read.data;
  const last = view?.history.at(-1);
  const title = view?.levels.find(({ level }) => level === last?.level)?.title ?? "";
  return (
    <Card
      size="small"
      title={card.title}
      extra={
        <Link to={`/certification/${encodeURIComponent(staffNo)}`} style={{ textDecoration: "underline" }}>
          {card.open}
        </Link>
      }
    >
      {read.isError ? <Failure error={read.error} retry={() => read.refetch()} /> : null}
      {view === undefined ? (
        read.isError ? null : (
          <Skeleton active paragraph={{ rows: 1 }} />
        )
      ) : (
        <Space wrap>
          <StateTag state={view.state} />
          {last === undefined ? null : <span>{card.held(last.level, title, last.validFrom)}</span>}
          <Typography.Text type="secondary">
            {`${texts.person.title(view.level.level, view.level.title)}${marks.colon}${card.gates(
              view.gates.filter(({ verdict }) => verdict === "met").length,
              view.gates.length,
            )}`}
          </Typography.Text>
        </Space>
      )}
    </Card>
  );
}
