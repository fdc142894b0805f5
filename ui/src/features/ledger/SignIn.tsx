// Signing in to the open ledger; for a demo just made, with its accounts to choose from.
import { type FormEvent, lazy, useEffect, useRef, useState } from "react";
import type { DemoView, StatusView } from "../../bindings/bindings";
import { Failure } from "../../shared/plain/Failure";
import { PlainField } from "../../shared/plain/PlainField";
import { Rich } from "../../shared/plain/rich";
import { useTexts } from "../../shared/preference";
import { useAct } from "../../shared/useCase";
import { ForgotPassword } from "./ForgotPassword";

const DemoAccounts = lazy(() => import("./DemoAccounts"));

interface SignInProps {
  status: StatusView;
  /** The demo year just made, with its accounts and passwords. */
  demo: DemoView | null;
  change: () => void;
}

export function SignIn({ status, demo, change }: SignInProps) {
  const texts = useTexts();
  const words = texts.signIn;
  const [account, setAccount] = useState(status.accounts.length === 1 ? (status.accounts[0] ?? "") : "");
  const [password, setPassword] = useState("");
  const [shown, setShown] = useState(false);
  /** Said of empty fields once somebody tried to go on. */
  const [tried, setTried] = useState(false);
  const accountField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  useEffect(() => accountField.current?.focus(), []);
  const signIn = useAct("signIn");

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (account.trim() === "") accountField.current?.focus();
    else if (password === "") passwordField.current?.focus();
    else signIn.mutate({ account, password });
  };

  return (
    <div className="plain-row">
      <section className="plain-card plain-sign-in">
        <h1>{words.title}</h1>
        <form id="signIn" noValidate onSubmit={submit}>
          <PlainField
            id="signIn_account"
            ref={accountField}
            label={words.account}
            missing={tried && account.trim() === "" ? words.accountNeeded : null}
            value={account}
            write={setAccount}
            autoComplete="username"
            list="signIn_accounts"
          />
          <datalist id="signIn_accounts">
            {status.accounts.map((known) => (
              <option key={known} value={known} />
            ))}
          </datalist>
          <PlainField
            id="signIn_password"
            ref={passwordField}
            label={words.password}
            missing={tried && password === "" ? words.passwordNeeded : null}
            value={password}
            write={setPassword}
            type={shown ? "text" : "password"}
            autoComplete="current-password"
            beside={
              <button
                type="button"
                className="plain-link"
                aria-pressed={shown}
                onClick={() => setShown((before) => !before)}
              >
                {shown ? words.hide : words.show}
              </button>
            }
          />
          {signIn.isError ? (
            <div className="plain-item">
              <Failure error={signIn.error} />
            </div>
          ) : null}
          <button type="submit" className="plain-button plain-first" aria-busy={signIn.isPending}>
            {words.act}
          </button>
        </form>
        <p>
          {texts.ledger.current}: {status.dir}
        </p>
        <div className="plain-ends">
          <button type="button" className="plain-link" onClick={change}>
            {texts.ledger.change}
          </button>
          <ForgotPassword account={() => account} />
        </div>
      </section>
      {demo === null ? null : (
        <Rich>
          <DemoAccounts
            demo={demo}
            use={(fields) => {
              setAccount(fields.account);
              setPassword(fields.password);
            }}
          />
        </Rich>
      )}
    </div>
  );
}
