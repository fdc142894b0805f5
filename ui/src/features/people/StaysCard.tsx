// 在岗经历与交接: where and when the person was on duty, and what was handed over to whom.
import { Card, Flex, Tag, Typography } from "antd";
import { useInView } from "../../shared/inView";
import { useMarks } from "../../shared/marks";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { useBehalfWords } from "./behalf";
import type { Person, Stay } from "./person";
import { SaveAttached } from "../../shared/files/SaveAttached";
import { TEXTS } from "./texts";

export function StaysCard({ person }: { person: Person }) {
  const words = usePick(TEXTS).stays;
  const { stays, staffNo } = person;
  return (
    <Card size="small" title={words.title}>
      {stays.length === 0 ? (
        <NothingYet what={words.none} first={words.noneHelp} />
      ) : (
        <Flex vertical gap="middle">
          {stays.map((stay) => (
            <OneStay key={stay.arrivedOn} stay={stay} staffNo={staffNo} />
          ))}
        </Flex>
      )}
    </Card>
  );
}

function OneStay({ stay, staffNo }: { stay: Stay; staffNo: string }) {
  const marks = useMarks();
  const all = usePick(TEXTS);
  const words = all.stays;
  const { units } = useInView();
  const behalf = useBehalfWords();
  const { arrivedOn, leftOn, leaving, manager, papers, unitName } = stay;
  const moved = leaving?.movedTo ?? null;
  return (
    <Flex vertical gap={2} style={{ overflowWrap: "anywhere" }}>
      <Flex wrap gap="small" align="center">
        <strong>{unitName}</strong>
        <span>{words.period(arrivedOn, leftOn)}</span>
        {leftOn === null ? <Tag color="green">{words.here}</Tag> : null}
        {moved === null ? null : (
          <Tag>{words.moved(units.find(({ code }) => code === moved)?.name ?? moved)}</Tag>
        )}
      </Flex>
      {manager === null ? null : (
        <Typography.Text type="secondary">
          {words.manager(manager.name ?? manager.account ?? "—")}
        </Typography.Text>
      )}
      {leftOn === null
        ? null
        : papers.map((paper) => (
            <Typography.Text key={paper.kind} type="secondary">
              {`${all.papers.kinds[paper.kind] ?? paper.kind}${marks.colon}${all.papers.says(paper.number, paper.signedOn)}`}
              {paper.onBehalf === null ? "" : marks.aside(behalf(paper.onBehalf))}
            </Typography.Text>
          ))}
      {leaving === null ? (
        leftOn === null ? null : (
          <Typography.Text type="secondary">{words.noHandover}</Typography.Text>
        )
      ) : (
        <>
          <div>{words.left(leaving.reason)}</div>
          {leaving.nothing === null ? (
            <div>
              {words.receiver(
                [leaving.receiverName, leaving.receiver].filter((part) => part !== null).join(" ") || "—",
              )}
            </div>
          ) : (
            <div>{words.nothing(leaving.nothing)}</div>
          )}
          {leaving.entries.length === 0 ? null : (
            <section aria-label={words.handover}>
              <Typography.Text type="secondary">{words.handover}</Typography.Text>
              <ul style={{ margin: 0, paddingInlineStart: 20 }}>
                {leaving.entries.map(({ kind, what, note }, at) => (
                  <li key={at}>
                    <Tag>{words.kinds[kind] ?? kind}</Tag>
                    {what}
                    {note ? <Typography.Text type="secondary">　{note}</Typography.Text> : null}
                  </li>
                ))}
              </ul>
            </section>
          )}
          {leaving.scan === null ? null : (
            <div>
              <SaveAttached
                to={{ staffNo }}
                file={leaving.scan}
                name={`${words.handover}-${staffNo}-${leaving.lastDay}`}
              />
            </div>
          )}
        </>
      )}
    </Flex>
  );
}
