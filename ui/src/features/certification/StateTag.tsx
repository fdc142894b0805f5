// Where somebody stands with their certification, and how a gate stands, as a word in a colour.
import { Tag } from "antd";
import type { CertificationLine, GateView } from "../../bindings/bindings";
import { usePreference } from "../../shared/preference";
import { word } from "../../shared/words";

const STATES: Record<CertificationLine["state"], string> = {
  probation: "default",
  due: "gold",
  open: "blue",
  certified: "green",
  failed: "red",
  none: "default",
};

export function StateTag({ state }: { state: CertificationLine["state"] }) {
  const { language } = usePreference();
  return <Tag color={STATES[state]}>{word(language, `certificationState.${state}`)}</Tag>;
}

const VERDICTS: Record<GateView["verdict"], string> = { met: "green", notMet: "red", needsProof: "gold" };

export function VerdictTag({ verdict }: { verdict: GateView["verdict"] }) {
  const { language } = usePreference();
  return <Tag color={VERDICTS[verdict]}>{word(language, `gateVerdict.${verdict}`)}</Tag>;
}
