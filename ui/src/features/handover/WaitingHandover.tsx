// A handover that waits for its successor: what is open, and what one may do about it.
import { App, Button, Card, Flex, Popconfirm, Typography } from "antd";
import type { HandoverView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { usePick } from "../../shared/pick";
import { useMay, useSignedIn } from "../../shared/session";
import { useAct } from "../../shared/useCase";
import { gathered } from "../workbench/due";
import { useSentence } from "../workbench/sentence";
import { TEXTS } from "./texts";

export function WaitingHandover({ handover }: { handover: HandoverView }) {
  const texts = usePick(TEXTS);
  const may = useMay();
  const { session } = useSignedIn();
  const { message } = App.useApp();
  const sentence = useSentence();
  const take = useAct("takeHandover");
  const withdraw = useAct("withdrawHandover");
  const mine = handover.to === session.account;
  const own = handover.from === session.account;
  const title = mine
    ? texts.toMe(handover.fromName)
    : own
      ? texts.fromMe(handover.toName)
      : texts.from(handover.fromName, handover.toName);
  const lines = gathered(handover.matters);
  const failed = take.error ?? withdraw.error;
  return (
    <Card size="small" type="inner" title={title} extra={texts.since(handover.offeredAt.slice(0, 16))}>
      {handover.note === null ? null : (
        <Typography.Paragraph style={{ whiteSpace: "pre-wrap" }}>{handover.note}</Typography.Paragraph>
      )}
      {lines.length === 0 ? (
        <Typography.Paragraph type="secondary">{texts.noMatters}</Typography.Paragraph>
      ) : (
        <>
          <Typography.Text strong>{texts.matters(lines.length)}</Typography.Text>
          <ul style={{ marginBlock: 4, paddingInlineStart: 20 }}>
            {lines.map((line) => (
              <li key={line.key}>{sentence(line)}</li>
            ))}
          </ul>
        </>
      )}
      <Flex gap="small">
        {mine ? (
          <Popconfirm
            title={texts.takeAsk(handover.fromName)}
            description={texts.takeSays(handover.from)}
            onConfirm={() =>
              take.mutate({ account: handover.from }, { onSuccess: () => void message.success(texts.taken) })
            }
          >
            <Button type="primary" loading={take.isPending}>
              {texts.take}
            </Button>
          </Popconfirm>
        ) : null}
        {mine || own || may("closeAccount") ? (
          <Button
            loading={withdraw.isPending}
            onClick={() =>
              withdraw.mutate(
                { account: handover.from },
                { onSuccess: () => void message.success(mine ? texts.declined : texts.withdrawn) },
              )
            }
          >
            {mine ? texts.decline : texts.withdraw}
          </Button>
        ) : null}
      </Flex>
      {failed === null ? null : <Failure error={failed} />}
    </Card>
  );
}
