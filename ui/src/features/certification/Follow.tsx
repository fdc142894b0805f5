// What a decision asks for besides: the training or the request that followed, the button that begins it, or why it cannot be.
import { Button, Space, Typography } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { FollowView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { message, word } from "../../shared/words";
import { PlanDialog } from "../development/TrainingDialogs";
import { AskForm } from "../people/ReplacementForms";
import { TEXTS } from "./texts";

export interface FollowProps {
  person: { staffNo: string; name: string };
  follows: FollowView;
}

export function Follow({ person, follows }: FollowProps) {
  const texts = usePick(TEXTS).follow;
  const { language } = usePreference();
  const [doing, setDoing] = useState(false);
  const { then, done, refused, offered } = follows;
  const close = () => setDoing(false);
  return (
    <Space wrap>
      {done === null ? (
        <Typography.Text>{texts.todo[then]}</Typography.Text>
      ) : then === "retrain" ? (
        <Typography.Text>{texts.trained(done.on, done.what)}</Typography.Text>
      ) : (
        <Typography.Text>
          {texts.requested(done.on, done.number, word(language, `replacementState.${done.what}`))}
        </Typography.Text>
      )}
      {refused === null ? null : (
        <Typography.Text type="warning">
          {texts.refused(message(language, refused.code, refused.params))}
        </Typography.Text>
      )}
      {offered ? (
        <Button size="small" type="primary" onClick={() => setDoing(true)}>
          {texts.act[then]}
        </Button>
      ) : null}
      {done !== null && then === "replace" ? (
        <Link to={`/people/${encodeURIComponent(person.staffNo)}`} style={{ textDecoration: "underline" }}>
          {texts.toPerson}
        </Link>
      ) : null}
      {doing && then === "retrain" ? <PlanDialog person={person} close={close} /> : null}
      {doing && then === "replace" ? <AskForm person={person} onClose={close} /> : null}
    </Space>
  );
}
