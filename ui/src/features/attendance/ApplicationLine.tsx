// An application in a few lines: what, when, why, and how it stands.
import { Flex, Tag, Typography } from "antd";
import type { ApplicationView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { word } from "../../shared/words";
import { TEXTS } from "./texts";

const COLOURS: Record<string, string> = { open: "gold", approved: "green", refused: "red" };

/** 病假 2026-07-06 下午 至 2026-07-07. */
export function useWhat(): (application: ApplicationView) => { what: string; when: string } {
  const words = usePick(TEXTS);
  const { language } = usePreference();
  return ({ leave, hours, from, to, fromSecondHalf, toFirstHalf }) => ({
    what: leave === null ? words.hoursOvertime(hours ?? "") : word(language, `leave.${leave}`),
    when: words.span(from, fromSecondHalf, to, toFirstHalf),
  });
}

export function StateTag({ application }: { application: ApplicationView }) {
  const { language } = usePreference();
  return (
    <Tag color={COLOURS[application.state] ?? "default"}>
      {word(language, `applicationState.${application.state}`)}
    </Tag>
  );
}

export function ApplicationLine({ application }: { application: ApplicationView }) {
  const words = usePick(TEXTS);
  const { what, when } = useWhat()(application);
  return (
    <Flex vertical gap={2}>
      <span>
        {what} {when} <StateTag application={application} />
      </span>
      <Typography.Text type="secondary" style={{ fontSize: 12 }}>
        {[application.reason ?? words.erased, application.note].filter(Boolean).join(" · ")}
      </Typography.Text>
    </Flex>
  );
}
