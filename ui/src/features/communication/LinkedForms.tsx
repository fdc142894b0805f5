// Talks, visits, complaints and forms that belong to a customer, a ticket or an opportunity: the newest first, each with its link.
import { Card, Flex, Skeleton, Tag, Typography } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { Forms } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useMay } from "../../shared/session";
import { useRead } from "../../shared/useCase";
import { word } from "../../shared/words";
import { formPath, linkedRequest } from "./registers";
import { StateTag, VerdictTag } from "./tags";
import { TEXTS } from "./texts";

const FIRST = 8;
const MORE = 100;

export function LinkedForms({ of }: { of: Partial<Pick<Forms, "customer" | "ticket" | "opportunity">> }) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const [limit, setLimit] = useState(FIRST);
  const seen = useMay()("forms");
  const found = useRead("forms", { ...linkedRequest(of), limit }, seen);
  const total = found.data?.total ?? 0;
  if (!seen) return null;
  return (
    <Card size="small" title={total === 0 ? texts.linked : texts.linkedOf(total)}>
      {found.isError ? <Failure error={found.error} retry={() => found.refetch()} /> : null}
      {found.isPending ? <Skeleton active paragraph={{ rows: 2 }} title={false} /> : null}
      {found.data?.total === 0 ? (
        <Typography.Text type="secondary">{texts.linkedNone}</Typography.Text>
      ) : (
        <Flex vertical component="ul" gap={6} style={{ margin: 0, padding: 0, listStyle: "none" }}>
          {(found.data?.lines ?? []).map((line) => (
            <li key={line.form}>
              <Flex gap={6} wrap align="center">
                <Tag>
                  {line.register === "form" ? line.kind : word(language, `register.${line.register}`)}
                </Tag>
                <Link to={formPath(line)} style={{ textDecoration: "underline", whiteSpace: "nowrap" }}>
                  {line.form}
                </Link>
                <span style={{ overflowWrap: "anywhere" }}>{line.title}</span>
                <Typography.Text type="secondary" style={{ whiteSpace: "nowrap" }}>
                  {line.on}
                </Typography.Text>
                <StateTag state={line.state} />
                {line.verdict === null ? null : <VerdictTag verdict={line.verdict} />}
              </Flex>
            </li>
          ))}
        </Flex>
      )}
      {total > FIRST && limit === FIRST ? (
        <Typography.Link onClick={() => setLimit(MORE)}>
          {texts.linkedAll(Math.min(total, MORE))}
        </Typography.Link>
      ) : null}
    </Card>
  );
}
