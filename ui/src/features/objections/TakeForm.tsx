// Importing an 异议单 that somebody sent: the file, what it says, and its objections on record.
import { Modal, Typography } from "antd";
import { useState } from "react";
import { PathField } from "../../shared/files/PathField";
import { usePick } from "../../shared/pick";
import { TakeSlip } from "../../shared/slip/TakeSlip";
import { OBJECTION_TEXTS } from "./texts";

export function TakeForm({ onClose }: { onClose: () => void }) {
  const words = usePick(OBJECTION_TEXTS);
  const [path, setPath] = useState("");
  const whole = /\.pdf$/i.test(path.trim());
  return (
    <Modal open title={words.take} footer={null} onCancel={onClose} width={640}>
      <Typography.Paragraph>{words.takeHelp}</Typography.Paragraph>
      <label htmlFor="slip-path" style={{ display: "block", marginBlockEnd: 4 }}>
        {words.takePath}
      </label>
      <PathField
        id="slip-path"
        value={path}
        onChange={setPath}
        kind={{ name: words.pdf, extensions: ["pdf"] }}
        title={words.take}
        takesDrops
      />
      {whole ? (
        <div style={{ marginBlockStart: 12 }}>
          <TakeSlip key={path.trim()} path={path.trim()} taken={onClose} />
        </div>
      ) : null}
    </Modal>
  );
}
