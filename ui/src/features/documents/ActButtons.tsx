// What may be done with a document: a new version, checking out and in, describing anew, voiding.
import { UploadOutlined } from "@ant-design/icons";
import { App, Button } from "antd";
import { useState } from "react";
import type { DocumentView } from "../../bindings/bindings";
import { ReasonDialog } from "../../shared/act/ReasonDialog";
import { Failure } from "../../shared/Failure";
import { usePick } from "../../shared/pick";
import { useAct } from "../../shared/useCase";
import { DescribeDialog } from "./DescribeDialog";
import { TEXTS } from "./texts";
import { VersionDialog } from "./VersionDialog";

type Asked = "version" | "describe" | "void" | "checkIn";

export function ActButtons({ view }: { view: DocumentView }) {
  const texts = usePick(TEXTS);
  const { message, modal } = App.useApp();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { document, outBy } = view.line;
  const checkOut = useAct("checkOutDocument");
  const checkIn = useAct("checkInDocument");
  const voiding = useAct("voidDocument");
  const close = () => setAsked(null);
  const failed = (title: string) => (error: Error) =>
    void modal.error({ title, icon: null, content: <Failure error={error} /> });
  const toAnother = outBy !== null && !view.outToMe;
  return (
    <>
      <Button
        type="primary"
        icon={<UploadOutlined aria-hidden />}
        disabled={toAnother}
        onClick={() => setAsked("version")}
      >
        {texts.addVersion}
      </Button>
      {outBy === null ? (
        <Button
          loading={checkOut.isPending}
          onClick={() =>
            checkOut.mutate(
              { document },
              {
                onSuccess: () => void message.success(texts.checkOutDone),
                onError: failed(texts.checkOut),
              },
            )
          }
        >
          {texts.checkOut}
        </Button>
      ) : (
        <Button
          loading={checkIn.isPending && asked !== "checkIn"}
          onClick={() => {
            if (toAnother) {
              setAsked("checkIn");
              return;
            }
            checkIn.mutate(
              { document, reason: "" },
              { onSuccess: () => void message.success(texts.checkInDone), onError: failed(texts.checkIn) },
            );
          }}
        >
          {texts.checkIn}
        </Button>
      )}
      {view.works ? (
        <>
          <Button onClick={() => setAsked("describe")}>{texts.describe}</Button>
          <Button danger onClick={() => setAsked("void")}>
            {texts.void}
          </Button>
        </>
      ) : null}
      {asked === "version" ? <VersionDialog document={document} close={close} /> : null}
      {asked === "describe" ? <DescribeDialog view={view} close={close} /> : null}
      {asked === "checkIn" ? (
        <ReasonDialog
          name={`document.checkIn.${document}`}
          title={texts.checkIn}
          says={texts.checkInSays(outBy ?? "")}
          label={texts.reason}
          act={checkIn}
          request={(reason) => ({ document, reason })}
          done={texts.checkInDone}
          onClose={close}
        />
      ) : null}
      {asked === "void" ? (
        <ReasonDialog
          name={`document.void.${document}`}
          title={texts.void}
          says={texts.voidSays}
          label={texts.reason}
          danger
          act={voiding}
          request={(reason) => ({ document, reason })}
          done={texts.voidDone}
          onClose={close}
        />
      ) : null}
    </>
  );
}
