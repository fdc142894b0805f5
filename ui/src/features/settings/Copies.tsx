// Copies of a person's data outside the ledger: the program names them, people destroy them.
import { Typography } from "antd";
import type { CopyView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { TEXTS } from "./texts";

export function Copies({ copies }: { copies: CopyView[] }) {
  const texts = usePick(TEXTS).personal;
  if (copies.length === 0) return <Typography.Text type="secondary">{texts.noCopies}</Typography.Text>;
  return (
    <>
      <Typography.Text>{texts.copies}</Typography.Text>
      <ul style={{ margin: 0, paddingInlineStart: 20, maxHeight: 240, overflow: "auto" }}>
        {copies.map(({ kind, name, at }) => (
          <li key={`${kind} ${name}`} style={{ overflowWrap: "anywhere" }}>
            {texts.copyKinds[kind] ?? kind}
            {at === null ? null : <Typography.Text type="secondary"> · {at}</Typography.Text>}
            <br />
            <Typography.Text type="secondary">{name}</Typography.Text>
          </li>
        ))}
      </ul>
    </>
  );
}
