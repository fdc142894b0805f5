// The fields of a ticket as they are filled in.
import { Button, Card, Descriptions, Typography } from "antd";
import { useState } from "react";
import type { FieldBody, TicketView } from "../../bindings/bindings";
import { useMarks } from "../../shared/marks";
import { usePick } from "../../shared/pick";
import { asked } from "./FieldItems";
import { TEXTS } from "./texts";
import { FillDialog } from "./WorkDialogs";

/** What was filled into a field, as one reads it. */
export function useSaid(): (field: FieldBody, text: string) => string {
  const marks = useMarks();
  const texts = usePick(TEXTS);
  return ({ kind }, text) => {
    if (kind === "yesNo") return text === "yes" ? texts.yes : texts.no;
    if (kind === "yuan") return `¥${text}`;
    return typeof kind === "object" && "several" in kind ? text.split("\n").join(marks.list) : text;
  };
}

const ENDED = ["closed", "declined", "void"];

export function FieldsCard({ view }: { view: TicketView }) {
  const texts = usePick(TEXTS);
  const said = useSaid();
  const [filling, setFilling] = useState(false);
  const { kind, fields, state, mayWork } = view;
  if (kind.fields.length === 0) return null;
  const items = kind.fields
    .filter((field) => asked(field, fields))
    .map((field) => {
      const text = fields[field.code];
      return {
        key: field.code,
        label: field.label,
        children:
          text === undefined && field.restricted && !mayWork ? (
            <Typography.Text type="secondary">{texts.restricted}</Typography.Text>
          ) : text === undefined ? (
            <Typography.Text type={field.need === "optional" ? "secondary" : "danger"}>
              {texts.empty}
            </Typography.Text>
          ) : (
            <span style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{said(field, text)}</span>
          ),
      };
    });
  return (
    <Card
      size="small"
      title={texts.fields}
      extra={
        mayWork && !ENDED.includes(state) ? (
          <Button size="small" onClick={() => setFilling(true)}>
            {texts.fill}
          </Button>
        ) : null
      }
    >
      <Descriptions size="small" column={1} items={items} />
      {filling ? <FillDialog view={view} close={() => setFilling(false)} /> : null}
    </Card>
  );
}
