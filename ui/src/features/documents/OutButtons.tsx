// The documents of one thing on their way out: their index on paper, and all of them as one package.
import { FileZipOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { PdfButton } from "../../shared/files/PdfButton";
import { usePick } from "../../shared/pick";
import { PackageDialog } from "./PackageDialog";
import { TEXTS } from "./texts";

interface OutButtonsProps {
  /** What they hang on, as `ticket/CD-202610-0001`. */
  about: string;
  /** Its number, for the files' names. */
  name: string;
}

export function OutButtons({ about, name }: OutButtonsProps) {
  const texts = usePick(TEXTS);
  const [packing, setPacking] = useState(false);
  return (
    <>
      <PdfButton
        useCase="makeDocumentIndex"
        text={texts.index}
        title={texts.indexTitle}
        proposed={texts.indexName(name)}
        request={(out) => ({ about, out })}
      />
      <Button size="small" icon={<FileZipOutlined aria-hidden />} onClick={() => setPacking(true)}>
        {texts.package}
      </Button>
      {packing ? <PackageDialog about={about} name={name} close={() => setPacking(false)} /> : null}
    </>
  );
}
