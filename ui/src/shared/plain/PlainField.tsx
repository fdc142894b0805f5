// A field of a plain page with its label, and what is missing in it.
import type { InputHTMLAttributes, ReactNode, Ref } from "react";

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, "onChange"> {
  id: string;
  ref: Ref<HTMLInputElement>;
  label: string;
  /** What is to be filled in; null where nothing is missing. */
  missing: string | null;
  write: (value: string) => void;
  /** At the field's end. */
  beside?: ReactNode;
}

export function PlainField({ id, label, missing, write, beside, ...input }: Props) {
  return (
    <div className="plain-item">
      <label htmlFor={id}>{label}</label>
      <div className="plain-field">
        <input
          {...input}
          id={id}
          spellCheck={false}
          aria-invalid={missing !== null}
          aria-describedby={missing === null ? undefined : `${id}_missing`}
          onChange={(event) => write(event.target.value)}
        />
        {beside}
      </div>
      {missing === null ? null : (
        <div id={`${id}_missing`} className="plain-missing">
          {missing}
        </div>
      )}
    </div>
  );
}
