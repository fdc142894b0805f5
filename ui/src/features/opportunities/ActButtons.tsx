// What may be done with an opportunity now: the next step first, the rest behind it.
import { MoreOutlined } from "@ant-design/icons";
import { Button, Dropdown, Flex } from "antd";
import { useState } from "react";
import type { OpportunityView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { ApprovalDialog } from "./ApprovalDialog";
import { ChangeDialog, HandOverDialog, ReopenDialog } from "./CourseDialogs";
import { ConcludeDialog, CorrectDialog, VoidDialog } from "./EndDialogs";
import { MoveDialog } from "./MoveDialog";
import { TEXTS } from "./texts";

type Doing =
  | "move"
  | "conclude"
  | "change"
  | "authority"
  | "reopen"
  | "correct"
  | "handOver"
  | "takeOver"
  | "void";

function offered({ conclusion, handover, stage, voided }: OpportunityView): Doing[] {
  if (voided !== null) return ["reopen"];
  if (conclusion === null) {
    return stage === "closing"
      ? ["conclude", "move", "change", "authority", "void"]
      : ["move", "conclude", "change", "authority", "void"];
  }
  if (!conclusion.success) return ["reopen", "correct", "void"];
  return handover === null
    ? ["handOver", "correct", "reopen", "void"]
    : ["takeOver", "correct", "handOver", "reopen", "void"];
}

/** So many stand as buttons of their own. */
const SHOWN = 2;

export function ActButtons({ view }: { view: OpportunityView }) {
  const texts = usePick(TEXTS);
  const may = useMay();
  const [doing, setDoing] = useState<Doing | null>(null);
  if (!may("moveOpportunity", view.unit)) return null;
  const close = () => setDoing(null);
  const all = offered(view);
  return (
    <Flex gap="small" style={{ flexShrink: 0 }}>
      {all.slice(0, SHOWN).map((one, place) => (
        <Button key={one} type={place === 0 ? "primary" : "default"} onClick={() => setDoing(one)}>
          {texts[one]}
        </Button>
      ))}
      {all.length > SHOWN ? (
        <Dropdown
          trigger={["click"]}
          menu={{
            items: all.slice(SHOWN).map((one) => ({ key: one, label: texts[one] })),
            onClick: ({ key }) => setDoing(key as Doing),
          }}
        >
          <Button icon={<MoreOutlined aria-hidden />} aria-label={texts.more} />
        </Dropdown>
      ) : null}
      {doing === "move" ? (
        <MoveDialog opportunity={view.opportunity} title={view.title} close={close} />
      ) : null}
      {doing === "conclude" ? <ConcludeDialog view={view} close={close} /> : null}
      {doing === "change" ? <ChangeDialog view={view} close={close} /> : null}
      {doing === "authority" ? <ApprovalDialog view={view} about="authority" close={close} /> : null}
      {doing === "takeOver" ? <ApprovalDialog view={view} about="handover" close={close} /> : null}
      {doing === "correct" ? <CorrectDialog view={view} close={close} /> : null}
      {doing === "void" ? <VoidDialog view={view} close={close} /> : null}
      {doing === "reopen" ? <ReopenDialog view={view} close={close} /> : null}
      {doing === "handOver" ? <HandOverDialog view={view} close={close} /> : null}
    </Flex>
  );
}
