// 需求调研报告: looked at as a PDF, and handed in as the ticket's next version of it.
import { App, Button } from "antd";
import type { TicketView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { PdfButton } from "../../shared/files/PdfButton";
import { usePick } from "../../shared/pick";
import { useAct } from "../../shared/useCase";
import { OUT } from "./outTexts";
import { WORKING } from "./PartsCard";

export function SurveyButtons({ view }: { view: TicketView }) {
  const texts = usePick(OUT).survey;
  const { modal, message } = App.useApp();
  const handIn = useAct("handInSurveyReport");
  const { ticket, survey, mayWork, state } = view;
  if (!survey) return null;
  return (
    <>
      <PdfButton
        useCase="makeSurveyReport"
        text={texts.make}
        title={texts.title}
        proposed={texts.name(ticket)}
        request={(out) => ({ ticket, out })}
      />
      {mayWork && WORKING.includes(state) ? (
        <Button
          size="small"
          loading={handIn.isPending}
          onClick={() =>
            modal.confirm({
              title: texts.handIn,
              content: texts.handInHelp,
              okText: texts.handIn,
              onOk: () =>
                handIn.mutate(
                  { ticket },
                  {
                    onSuccess: () => void message.success(texts.handedIn),
                    onError: (error) =>
                      void modal.error({
                        title: texts.handIn,
                        icon: null,
                        content: <Failure error={error} />,
                      }),
                  },
                ),
            })
          }
        >
          {texts.handIn}
        </Button>
      ) : null}
    </>
  );
}
