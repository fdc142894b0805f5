// pdf.js, fetched when the first PDF is shown. The build for older engines: WebKitGTK lags behind the newest one.
import workerUrl from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";
import type { PDFDocumentLoadingTask } from "pdfjs-dist";

export type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";

/** Bytes of a base64 text. */
export function bytesOf(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** Begins to read a document; the answer's `destroy` ends it and frees what it holds. */
export async function openPdf(base64: string): Promise<PDFDocumentLoadingTask> {
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
  return pdfjs.getDocument({
    data: bytesOf(base64),
    // The content security policy allows no WebAssembly; JavaScript decodes the rare picture that would use it.
    useWasm: false,
    // Reports carry their fonts; nothing is fetched.
    useSystemFonts: false,
    // Files may come from strangers.
    enableXfa: false,
    stopAtErrors: false,
  });
}
