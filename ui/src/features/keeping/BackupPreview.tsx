// What a backup is, shown as soon as one is chosen and before anything is made of it.
import { useQuery } from "@tanstack/react-query";
import { Alert, Descriptions } from "antd";
import type { ReactNode } from "react";
import { Failure } from "../../shared/Failure";
import { JobProgress } from "../../shared/job/JobProgress";
import { usePick } from "../../shared/pick";
import { usePreference, useTexts } from "../../shared/preference";
import { call, useTransport } from "../../shared/transport";
import { sizeText } from "../../shared/words";
import { namesBackup } from "./endings";
import { TEXTS } from "./texts";

interface Preview {
  /** To stand before the button. */
  shown: ReactNode;
  /** Whether the backup is known not to be restorable. */
  refused: boolean;
}

export function useBackupPreview(path: string | undefined): Preview {
  const texts = usePick(TEXTS).preview;
  const { ledgerRoles } = useTexts();
  const { language } = usePreference();
  const transport = useTransport();
  const file = path?.trim() ?? "";
  const named = namesBackup(file);
  const { data, error, isFetching } = useQuery({
    queryKey: ["previewBackup", { path: file }],
    queryFn: () => call(transport, "previewBackup", { path: file }),
    enabled: named,
    retry: false,
    // A file is read whole for this: once is enough.
    staleTime: Infinity,
    gcTime: 0,
  });
  if (!named) return { shown: null, refused: false };
  if (isFetching) return { shown: <JobProgress running />, refused: false };
  if (error !== null) {
    return {
      shown: (
        <div style={{ marginBlockEnd: 16 }}>
          <Failure error={error} />
        </div>
      ),
      refused: true,
    };
  }
  if (data === undefined) return { shown: null, refused: false };
  const refused = !data.intact || data.newer;
  const of = (role: string) => ledgerRoles[role] ?? role;
  const unit = [data.unitName, data.unit].filter(Boolean).join(language === "en" ? ", " : " · ");
  const known = (key: string, label: string, children: ReactNode) =>
    children === null || children === "" ? [] : [{ key, label, children }];
  return {
    refused,
    shown: (
      <Alert
        style={{ marginBlockEnd: 16 }}
        type={refused ? "error" : "success"}
        showIcon
        title={data.newer ? texts.newer : data.intact ? texts.intact : texts.broken}
        description={
          <Descriptions
            size="small"
            column={1}
            items={[
              ...known("madeAt", texts.madeAt, data.madeAt),
              ...known("role", texts.role, data.role === null ? null : of(data.role)),
              ...known("unit", texts.unit, unit),
              ...known(
                "entries",
                texts.entries,
                data.entries === null ? null : texts.entriesOf(data.entries, data.last),
              ),
              ...known("attachments", texts.attachments, texts.attachmentsOf(data.attachments, data.lacking)),
              ...known("size", texts.size, sizeText(data.bytes)),
            ]}
          />
        }
      />
    ),
  };
}
