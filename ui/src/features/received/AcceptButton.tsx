// 接收并结案: a file that both parties signed goes on record, and closes its quarter.
import { App, Button, Flex, Popconfirm, Typography } from "antd";
import type { CheckView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { useInView } from "../../shared/inView";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { quarterName } from "../../shared/quarter";
import { useMay, useSignedIn } from "../../shared/session";
import { useAct } from "../../shared/useCase";
import { word } from "../../shared/words";
import { TEXTS } from "./texts";

export function AcceptButton({ path, check }: { path: string; check: CheckView }) {
  const words = usePick(TEXTS).accept;
  const { language, texts } = usePreference();
  const { message } = App.useApp();
  const { status } = useSignedIn();
  const may = useMay();
  const accept = useAct("acceptReport");
  const { quarters } = useInView();
  const closed = quarters.find(({ quarter }) => quarter === check.quarter)?.known?.status === "closed";
  const mine = status.role === "province" && may("acceptReport");
  // A closed quarter's own report would only be refused.
  if (
    !mine ||
    (closed && !accept.isSuccess) ||
    check.kind === "objectionSlip" ||
    check.verdict !== "countersigned" ||
    check.matchesLedger !== true
  )
    return null;
  return (
    <Flex vertical gap="small" align="start">
      <Typography.Text type="secondary">{words.help}</Typography.Text>
      {accept.isError ? <Failure error={accept.error} /> : null}
      <Popconfirm
        title={words.ask}
        description={words.askHelp}
        okText={words.act}
        onConfirm={() =>
          accept.mutate(
            { path },
            {
              onSuccess: ({ quarter, outcome }) =>
                void message.success(
                  words.done(quarterName(texts, quarter), word(language, `outcome.${outcome}`)),
                ),
            },
          )
        }
      >
        <Button loading={accept.isPending} disabled={accept.isSuccess}>
          {words.act}
        </Button>
      </Popconfirm>
    </Flex>
  );
}
