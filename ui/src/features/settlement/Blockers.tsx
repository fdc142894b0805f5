// 待办结事项: what keeps the quarter open, gathered by kind, because 24 units times two parties make a long list.
import { Badge, Card, Collapse, Typography } from "antd";
import type { SettlementView } from "../../bindings/bindings";
import { usePreference } from "../../shared/preference";
import { message } from "../../shared/words";

type Blocker = SettlementView["blockers"][number];

export function Blockers({ settlement }: { settlement: SettlementView }) {
  const { language, texts } = usePreference();
  if (settlement.blockers.length === 0) return null;
  const names = new Map(
    settlement.groups.flatMap(({ units }) => units.map((unit) => [unit.code, unit.name])),
  );
  const kinds = byCode(settlement.blockers);
  const sentence = (blocker: Blocker) => {
    const unit = typeof blocker.unit === "string" ? { unit: names.get(blocker.unit) ?? blocker.unit } : {};
    return message(language, `blocker.${blocker.code}`, { ...blocker, ...unit });
  };
  const title = (code: string) => texts.settlement.blockerKinds[code] ?? code;
  return (
    <Card
      size="small"
      title={texts.settlement.blockers(settlement.blockers.length)}
      extra={<Typography.Text type="secondary">{texts.settlement.blockersHelp}</Typography.Text>}
      styles={{ body: { padding: 0 } }}
    >
      <Collapse
        ghost
        size="small"
        items={[...kinds].map(([code, blockers]) => ({
          key: code,
          label: blockers.length === 1 && blockers[0] !== undefined ? sentence(blockers[0]) : title(code),
          extra:
            blockers.length === 1 ? null : (
              <Badge count={blockers.length} overflowCount={999} color="orange" />
            ),
          ...(blockers.length === 1 ? { showArrow: false, collapsible: "icon" as const } : {}),
          children: (
            <ul style={{ margin: 0, columns: "24em" }}>
              {blockers.map((blocker) => (
                <li key={JSON.stringify(blocker)}>{sentence(blocker)}</li>
              ))}
            </ul>
          ),
        }))}
      />
    </Card>
  );
}

function byCode(blockers: Blocker[]): Map<string, Blocker[]> {
  const kinds = new Map<string, Blocker[]>();
  for (const blocker of blockers) {
    const kind = kinds.get(blocker.code);
    if (kind === undefined) kinds.set(blocker.code, [blocker]);
    else kind.push(blocker);
  }
  return kinds;
}
