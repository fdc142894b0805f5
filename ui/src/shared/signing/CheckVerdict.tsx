// A checked PDF: the verdict as one plain sentence, what speaks against it, and below it everything that was looked at.
import { CheckCircleFilled, CloseCircleFilled, QuestionCircleFilled } from "@ant-design/icons";
import { Alert, Card, Descriptions, Flex, theme, Typography } from "antd";
import type { ReactNode } from "react";
import type { CheckView } from "../../bindings/bindings";
import { fileName } from "../files/paths";
import { usePick } from "../pick";
import { usePreference } from "../preference";
import { type Language, message, word } from "../words";
import { type SigningTexts, TEXTS } from "./texts";
import { isSlip, localTime, partOf, signerName, verdictOf } from "./verdict";

type Signature = CheckView["signatures"][number];
/** Whether it speaks for the file, against it, or cannot be said. */
type Mark = boolean | null;

export function CheckVerdict({ check }: { check: CheckView }) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const { tone, sentence, but } = verdictOf(check, texts);
  const changes = check.changes.map((change) => {
    const [kind = change, page] = change.split(":");
    const text = word(language, `change.${kind}`);
    return page === undefined ? text : texts.changeOnPage(text, page);
  });
  const unsigned = check.signatures.length === 0;
  return (
    <Flex vertical gap="small">
      <Alert
        role="status"
        type={tone}
        showIcon
        title={<span data-testid="verdict">{sentence}</span>}
        description={
          but.length === 0 ? undefined : (
            <ul style={{ margin: 0, paddingInlineStart: 20 }}>
              {but.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )
        }
      />
      <Descriptions size="small" column={{ xs: 1, md: 2 }} items={report(check, texts, language)} />
      {check.signatures.map((signature, index) => (
        <SignatureCard key={index} signature={signature} />
      ))}
      {unsigned ? null : (
        <Fact
          mark={check.changedAfterSigning !== "other"}
          text={word(language, `changed.${check.changedAfterSigning}`)}
          more={check.changedAfterSigning === "other" ? changes : []}
        />
      )}
      <Fact mark={check.matchesLedger} text={ledgerText(check, texts, language)} />
      {check.journalHead === null ? null : (
        <Fact
          mark={check.journalHead === "inChain" ? true : check.journalHead === "missing" ? false : null}
          text={message(language, `journalHead.${check.journalHead}`, {})}
        />
      )}
    </Flex>
  );
}

function ledgerText(check: CheckView, texts: SigningTexts, language: Language): string {
  const { matchesLedger } = check;
  if (!isSlip(check)) return word(language, `matchesLedger.${matchesLedger ?? "unknown"}`);
  if (matchesLedger === false) return texts.but.slipFigures;
  return matchesLedger === null ? texts.slipLedger.unknown : texts.slipLedger.true;
}

function report(check: CheckView, texts: SigningTexts, language: Language) {
  const items: { key: string; label: string; children: ReactNode }[] = [
    {
      key: "file",
      label: texts.file,
      children: (
        <span style={{ overflowWrap: "anywhere" }} title={check.file}>
          {fileName(check.file)}
          {check.pages > 0 ? ` (${texts.pages(check.pages)})` : null}
        </span>
      ),
    },
  ];
  if (check.kind !== null) {
    const parts = [word(language, `reportKind.${check.kind}`), check.unit].filter((part) => part !== null);
    items.push({ key: "kind", label: texts.kind, children: parts.join(" · ") });
  }
  if (check.reportNo !== null) {
    const parts = [
      check.reportNo,
      check.revision === null ? null : texts.revision(check.revision),
      check.formal === null ? null : check.formal ? texts.formal : texts.draft,
    ].filter((part) => part !== null);
    items.push({ key: "no", label: texts.reportNo, children: parts.join(" · ") });
  }
  if (check.checkCode !== null)
    items.push({ key: "code", label: texts.checkCode, children: check.checkCode });
  return items;
}

function SignatureCard({ signature }: { signature: Signature }) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const words = texts.signature;
  const party = signature.party === null ? texts.otherSignature : word(language, `party.${signature.party}`);
  const organisation = partOf(signature.signer, "O");
  const items: { key: string; label: ReactNode; children: ReactNode }[] = [
    {
      key: "signer",
      label: words.signer,
      children: [signerName(signature), signature.post, organisation].filter(Boolean).join(" · "),
    },
    {
      key: "at",
      label: <span title={words.atHelp}>{words.at}</span>,
      children: signature.signedAt === null ? words.noTime : localTime(signature.signedAt),
    },
  ];
  if (signature.reason !== null)
    items.push({ key: "reason", label: words.reason, children: signature.reason });
  if (signature.location !== null)
    items.push({ key: "location", label: words.location, children: signature.location });
  items.push({
    key: "fingerprint",
    label: words.fingerprint,
    children: (
      <Typography.Text code copyable={{ text: signature.fingerprint }}>
        {`${signature.fingerprint.slice(0, 16)}…`}
      </Typography.Text>
    ),
  });
  return (
    <Card size="small" title={party} role="group" aria-label={party}>
      <Descriptions size="small" column={{ xs: 1, md: 2 }} items={items} />
      <Flex wrap gap="small" style={{ columnGap: 24, marginBlockStart: 4 }}>
        {facts(signature, texts, (key) => word(language, key)).map(({ mark, text }) => (
          <Fact key={text} mark={mark} text={text} />
        ))}
      </Flex>
    </Card>
  );
}

function facts(
  signature: Signature,
  { signature: words }: SigningTexts,
  word: (key: string) => string,
): { mark: Mark; text: string }[] {
  const found: { mark: Mark; text: string }[] = [];
  if (signature.unverifiable !== null) {
    const guomi = signature.unverifiable === "guomi";
    const text = guomi ? word("unverifiable.guomi") : words.unknownAlgorithm(signature.unverifiable);
    found.push({ mark: null, text });
  } else if (signature.intact) {
    found.push({ mark: true, text: words.intact });
  } else {
    const problem = signature.problem === null ? null : word(`problem.${signature.problem}`);
    found.push({ mark: false, text: problem ?? words.notIntact });
  }
  if (signature.intact && !signature.coversWholeRevision) found.push({ mark: false, text: words.notWhole });
  found.push({ mark: signature.trusted, text: word(`trusted.${signature.trusted ?? "unknown"}`) });
  found.push({
    mark: signature.registered,
    text: word(`registered.${signature.registered ?? "unknown"}`),
  });
  if (signature.certificateExpired) found.push({ mark: null, text: words.expiredNow });
  return found;
}

function Fact({ mark, text, more = [] }: { mark: Mark; text: string; more?: string[] }) {
  const { token } = theme.useToken();
  const Icon = mark === null ? QuestionCircleFilled : mark ? CheckCircleFilled : CloseCircleFilled;
  const color = mark === null ? token.colorTextTertiary : mark ? token.colorSuccess : token.colorError;
  return (
    <div>
      <Icon aria-hidden style={{ color, marginInlineEnd: 6 }} />
      {text}
      {more.length === 0 ? null : (
        <ul style={{ margin: 0, paddingInlineStart: 40 }}>
          {more.map((line, index) => (
            <li key={index}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
