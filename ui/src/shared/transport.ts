// The border to the program: one envelope, the same for the window and for the test host. Which transport carries it
// is decided once, in main.tsx.
import { createContext, useContext } from "react";
import type { AppError } from "../bindings/bindings";
import type { UseCases } from "../bindings/useCases";

export type UseCase = keyof UseCases;
export type RequestOf<N extends UseCase> = UseCases[N]["request"];
export type ResponseOf<N extends UseCase> = UseCases[N]["response"];

export type Envelope = { ok: unknown } | { error: AppError };

/** How far a long job has come in its current stage. */
export interface Step {
  stage: string;
  done: number;
  total: number;
}

/** Endings that a file may have, any where there are none, with the kind's name as people say it. */
export interface FileKind {
  name: string;
  extensions: string[];
}

export interface Transport {
  send(useCase: UseCase, request: unknown): Promise<Envelope>;
  /** Asks the running use case to stop. */
  cancel(): Promise<void>;
  /** Hears how far long jobs are, until the answer is called. */
  onProgress(hear: (step: Step) => void): () => void;
  /** Lets the user choose a folder; null where they changed their mind. Absent where there is no native dialog. */
  chooseFolder?: (title: string, from?: string) => Promise<string | null>;
  /** Lets the user choose a file to read. */
  chooseFile?: (title: string, kinds: FileKind[], from?: string) => Promise<string | null>;
  /** Lets the user choose several files to read; none where they changed their mind. */
  chooseFiles?: (title: string, kinds: FileKind[]) => Promise<string[]>;
  /** Lets the user say where a file is to be written. */
  chooseSave?: (title: string, kinds: FileKind[], from?: string) => Promise<string | null>;
  /** Tells the desktop something; nothing happens where it shows no notifications. */
  notify?: (title: string, body: string) => Promise<void>;
  /** Hears the paths of files dropped on the window, until the answer is called. */
  onDrop?: (hear: (paths: string[]) => void) => () => void;
  /** The window's closing. Absent where there is no window of our own. */
  closing?: Closing;
}

/** What the page has to do with the window's closing while a backup is made first. */
export interface Closing {
  /** Hears that it takes time, and later what failed, until the answer is called. */
  hear(hear: (told: { failed: AppError[] }) => void): () => void;
  /** Closes without waiting any longer. */
  now(): Promise<void>;
  /** Stays open after a failure. */
  stay(): Promise<void>;
}

/** A refusal or failure that the program answered. */
export class Refused extends Error {
  readonly error: AppError;
  constructor(error: AppError) {
    super(error.code);
    this.error = error;
  }
}

export const TransportContext = createContext<Transport | null>(null);

export function useTransport(): Transport {
  const transport = useContext(TransportContext);
  if (transport === null) throw new Error("no transport around this component");
  return transport;
}

/** Calls a use case; a refusal is thrown as {@link Refused}. */
export async function call<N extends UseCase>(
  transport: Transport,
  useCase: N,
  request: RequestOf<N>,
): Promise<ResponseOf<N>> {
  const envelope = await transport.send(useCase, request);
  if ("error" in envelope) throw new Refused(envelope.error);
  return envelope.ok as ResponseOf<N>;
}
