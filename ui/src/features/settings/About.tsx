// 关于: what this program is, which version, and that it uses no network.
import { Card, Descriptions, Typography } from "antd";
import { version } from "../../../package.json";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { useSignedIn } from "../../shared/session";
import { TEXTS } from "./texts";

export default function About() {
  const words = usePick(TEXTS).about;
  const texts = useTexts();
  const { status } = useSignedIn();
  return (
    <Card size="small" title={`${texts.product} ${version}`} style={{ maxWidth: 640 }}>
      <Typography.Paragraph>{words.what}</Typography.Paragraph>
      <ul style={{ paddingInlineStart: 20 }}>
        {words.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <Descriptions
        size="small"
        column={1}
        items={[
          { key: "version", label: words.version, children: version },
          { key: "role", label: words.role, children: texts.ledgerRoles[status.role ?? ""] ?? "—" },
          { key: "unit", label: words.unit, children: status.unit ?? "—" },
          {
            key: "dir",
            label: words.folder,
            children: <span style={{ overflowWrap: "anywhere" }}>{status.dir}</span>,
          },
        ]}
      />
    </Card>
  );
}
