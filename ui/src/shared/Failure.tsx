// An act that was refused or failed, in words: what is wrong and what to do, with every place that is to be corrected, or the
// technical details folded away.
import { Alert, Button, Collapse, Typography } from "antd";
import { usePreference } from "./preference";
import { Refused } from "./transport";
import { badCells } from "./badCells";
import { message } from "./words";

export function Failure({ error, retry }: { error: Error; retry?: () => void }) {
  const { language, texts } = usePreference();
  const refused = error instanceof Refused ? error.error : null;
  const words = refused ? message(language, refused.code, refused.params) : texts.failure.unreachable;
  const incident = refused ? refused.incident : error.message;
  // What the user can correct needs no developer's view of it.
  const details = refused?.class === "refused" || refused?.class === "usage" ? null : incident;
  const cells = refused ? badCells(language, refused.params) : [];
  return (
    <Alert
      role="alert"
      type={refused?.class === "refused" ? "warning" : "error"}
      showIcon
      title={words}
      description={
        cells.length > 0 ? (
          <ul style={{ margin: 0, paddingInlineStart: 20, maxHeight: 240, overflowY: "auto" }}>
            {cells.map((cell, index) => (
              <li key={index}>{cell}</li>
            ))}
          </ul>
        ) : details === null || details === "" ? undefined : (
          <Collapse
            ghost
            size="small"
            items={[
              {
                key: "details",
                label: texts.failure.details,
                children: <Typography.Text code>{details}</Typography.Text>,
              },
            ]}
          />
        )
      }
      // A rule says the same however often it is asked.
      action={
        retry === undefined || refused?.class === "refused" ? undefined : (
          <Button onClick={retry}>{texts.retry}</Button>
        )
      }
    />
  );
}
