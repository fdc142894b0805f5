// What an 异议单 says: who wrote it against which sheet, and each objection.
import { Descriptions, Flex, Tag } from "antd";
import type { SlipView } from "../../bindings/bindings";
import { usePick } from "../pick";
import { useTexts } from "../preference";
import { quarterName } from "../quarter";
import { SLIP_TEXTS } from "./texts";

export function SlipSays({ slip }: { slip: SlipView }) {
  const general = useTexts();
  const texts = usePick(SLIP_TEXTS);
  const { objections, writtenBy, post, writtenOn } = slip;
  return (
    <Flex vertical gap="small">
      <Descriptions
        size="small"
        column={{ xs: 1, md: 2 }}
        items={[
          {
            key: "unit",
            label: texts.unit,
            children: `${slip.unitName} · ${quarterName(general, slip.quarter)}`,
          },
          { key: "sheet", label: texts.sheet, children: texts.sheetNo(slip.sheetNo, slip.sheetRevision) },
          {
            key: "writer",
            label: texts.writer,
            children: [writtenBy, post, texts.writtenOn(writtenOn)].filter((part) => part !== "").join(" · "),
          },
        ]}
      />
      <ol style={{ margin: 0, paddingInlineStart: 24 }}>
        {objections.map(({ staffNo, name, text }, index) => (
          <li key={index} style={{ marginBlockEnd: 4 }}>
            <Tag>{staffNo === null ? texts.wholeUnit : [name, staffNo].filter(Boolean).join(" ")}</Tag>
            <span style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{text}</span>
          </li>
        ))}
      </ol>
    </Flex>
  );
}
