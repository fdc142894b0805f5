// 待办结事项: what keeps the quarter open, gathered by kind, because 24 units times two parties make a long list. Each
// leads to where it is dealt with.
import { Badge, Button, Card, Collapse, Flex, Typography } from "antd";
import { useNavigate } from "react-router";
import type { SettlementView } from "../../bindings/bindings";
import { useInView } from "../../shared/inView";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useMay } from "../../shared/session";
import { message } from "../../shared/words";
import { type Blocker, linesOf } from "./blockerLines";
import { type Place, placeOf } from "./places";
import { TEXTS } from "./texts";

export type Names = ReadonlyMap<string, string>;

export function namesOf(settlement: SettlementView): Names {
  return new Map(settlement.groups.flatMap(({ units }) => units.map(({ code, name }) => [code, name])));
}

interface BlockersProps {
  blockers: Blocker[];
  names: Names;
  /** Opens the confirmation; with a unit where one is meant. */
  confirm: (unit?: string) => void;
}

export function Blockers({ blockers, names, confirm }: BlockersProps) {
  const { language } = usePreference();
  const texts = usePick(TEXTS).blockers;
  const go = useGo(confirm);
  if (blockers.length === 0) return null;
  const sentence = (blocker: Blocker) => {
    const unit = typeof blocker.unit === "string" ? { unit: names.get(blocker.unit) ?? blocker.unit } : {};
    return message(language, `blocker.${blocker.code}`, { ...blocker, ...unit });
  };
  const lines = linesOf(blockers);
  return (
    <Card
      size="small"
      title={texts.title(blockers.length)}
      extra={<Typography.Text type="secondary">{texts.help}</Typography.Text>}
      styles={{ body: { padding: 0 } }}
    >
      <Collapse
        ghost
        size="small"
        items={[...lines].map(([code, gathered]) => {
          const [first] = gathered;
          const single = gathered.length === 1 && first !== undefined && first.count === 1;
          const count = gathered.reduce((sum, line) => sum + line.count, 0);
          return {
            key: code,
            label: single ? sentence(first.blocker) : (texts.kinds[code] ?? code),
            extra: single ? (
              <Go place={placeOf(first.blocker)} what={sentence(first.blocker)} go={go} />
            ) : (
              <Badge count={count} overflowCount={9999} color="orange" />
            ),
            ...(single ? { showArrow: false, collapsible: "icon" as const } : {}),
            children: (
              <ul style={{ margin: 0, padding: 0, listStyle: "none", columns: "26em", columnGap: 32 }}>
                {gathered.map(({ blocker, count: people }) => {
                  const text =
                    people === 1
                      ? sentence(blocker)
                      : texts.persons(
                          names.get(String(blocker.unit)) ?? String(blocker.unit),
                          String(blocker.month),
                          people,
                        );
                  return (
                    <li key={JSON.stringify(blocker)} style={{ breakInside: "avoid" }}>
                      <Flex justify="space-between" align="baseline" gap="small">
                        <span>{text}</span>
                        <Go place={placeOf(blocker)} what={text} go={go} />
                      </Flex>
                    </li>
                  );
                })}
              </ul>
            ),
          };
        })}
      />
    </Card>
  );
}

function useGo(confirm: (unit?: string) => void): (place: Place) => void {
  const navigate = useNavigate();
  const { setUnit } = useInView();
  return ({ to, unit }) => {
    if (unit !== undefined) setUnit(unit);
    if (to === "confirm") confirm(unit);
    else void navigate(to);
  };
}

function Go({ place, what, go }: { place: Place | null; what: string; go: (place: Place) => void }) {
  const texts = usePick(TEXTS).blockers;
  const may = useMay();
  if (place === null || !may(place.needs, place.unit)) return null;
  return (
    <Button
      size="small"
      type="link"
      aria-label={texts.goOf(what)}
      onClick={(event) => {
        event.stopPropagation();
        go(place);
      }}
    >
      {texts.go}
    </Button>
  );
}
