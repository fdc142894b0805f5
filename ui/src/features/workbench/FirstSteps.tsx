// An empty ledger says what to do first.
import { Button, Card, Steps } from "antd";
import { useNavigate } from "react-router";
import { usePick } from "../../shared/pick";
import { TEXTS } from "./texts";

export function FirstSteps({ units }: { units: number }) {
  const words = usePick(TEXTS);
  const navigate = useNavigate();
  const step = (kind: "units" | "people" | "contract") => ({
    title: (
      <Button type="link" onClick={() => navigate(`/import?kind=${kind}`)}>
        {words.steps[kind]}
      </Button>
    ),
  });
  return (
    <Card size="small" title={words.firstSteps}>
      <Steps
        current={units > 1 ? 1 : 0}
        items={[step("units"), step("people"), step("contract")]}
        responsive={false}
      />
    </Card>
  );
}
