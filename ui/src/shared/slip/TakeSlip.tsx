// Taking an 异议单 in: first what it says and what is to be asked, then its objections go on record.
import { Alert, App, Button, DatePicker, Flex, Skeleton, Typography } from "antd";
import dayjs from "dayjs";
import { type ReactNode, useState } from "react";
import type { TakenSlipView } from "../../bindings/bindings";
import { Failure } from "../Failure";
import { usePick } from "../pick";
import { useTexts } from "../preference";
import { quarterName } from "../quarter";
import { useSignedIn } from "../session";
import { useToday } from "../today";
import { useAct, useRead } from "../useCase";
import { doubtsOf } from "./doubts";
import { SlipSays } from "./SlipSays";
import { SLIP_TEXTS } from "./texts";

interface TakeSlipProps {
  path: string;
  /** Whether what the slip says stands above already. */
  said?: boolean;
  taken?: () => void;
}

export function TakeSlip({ path, said = false, taken }: TakeSlipProps) {
  const today = useToday();
  const [receivedOn, setReceivedOn] = useState(today);
  const on = receivedOn === today ? null : receivedOn;
  const looked = useRead("importObjectionSlip", { path, receivedOn: on, dryRun: true });
  const received = <ReceivedOn value={receivedOn} today={today} onChange={setReceivedOn} />;
  return (
    <Flex vertical gap="small" align="stretch">
      {looked.isError ? (
        <>
          <Failure error={looked.error} />
          {/* What came in time and is entered late is refused until the day is said. */}
          {received}
        </>
      ) : looked.isPending ? (
        <Skeleton active paragraph={{ rows: 3 }} />
      ) : (
        <Looked looked={looked.data} path={path} receivedOn={on} said={said} taken={taken}>
          {received}
        </Looked>
      )}
    </Flex>
  );
}

interface LookedProps {
  looked: TakenSlipView;
  path: string;
  receivedOn: string | null;
  said: boolean;
  taken: (() => void) | undefined;
  children: ReactNode;
}

function Looked({ looked, path, receivedOn, said, taken, children }: LookedProps) {
  const general = useTexts();
  const texts = usePick(SLIP_TEXTS);
  const { message } = App.useApp();
  const take = useAct("importObjectionSlip");
  const { slip, raised } = looked;
  const { known, doubts } = doubtsOf(looked, texts);
  if (raised.length === 0)
    return (
      <>
        {said ? null : <SlipSays slip={slip} />}
        <Alert type="success" showIcon title={texts.already} />
      </>
    );
  const run = () =>
    take.mutate(
      { path, receivedOn, dryRun: false },
      {
        onSuccess: (done) => {
          void message.success(texts.taken(done.raised.length));
          taken?.();
        },
      },
    );
  return (
    <>
      {said ? null : <SlipSays slip={slip} />}
      {doubts.map((line) => (
        <Alert key={line} type="warning" showIcon title={line} />
      ))}
      {known.map((line) => (
        <Typography.Text key={line}>{line}</Typography.Text>
      ))}
      <Typography.Text type="secondary">
        {texts.says(slip.unitName, quarterName(general, slip.quarter))}
      </Typography.Text>
      {children}
      {take.isError ? <Failure error={take.error} /> : null}
      <div>
        <Button type="primary" loading={take.isPending} onClick={run}>
          {texts.takeAct(raised.length)}
        </Button>
      </div>
    </>
  );
}

/** The client's side says when it came in; the provider's own slips count from today. */
function ReceivedOn(props: { value: string; today: string; onChange: (day: string) => void }) {
  const { value, today, onChange } = props;
  const texts = usePick(SLIP_TEXTS);
  const { session } = useSignedIn();
  if (session.role === "providerRepresentative") return null;
  return (
    <Flex align="center" gap="small" wrap>
      <label htmlFor="slip-received">{texts.receivedOn}</label>
      <DatePicker
        id="slip-received"
        allowClear={false}
        value={dayjs(value)}
        maxDate={dayjs(today)}
        onChange={(day: dayjs.Dayjs | null) => onChange(day?.format("YYYY-MM-DD") ?? today)}
      />
      <Typography.Text type="secondary">{texts.receivedHelp}</Typography.Text>
    </Flex>
  );
}
