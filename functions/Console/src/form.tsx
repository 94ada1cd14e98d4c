// Forms: what was sent, what came of it, and the fields that every form has.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { problemOf, Trouble, type Problem } from './api';
import { t } from './words';

interface Props {
  /** Sends what the form holds, and gives the sentence that says so; what it throws is shown above the fields. */
  send: (form: FormData) => Promise<string>;
  button: string;
  children: ComponentChildren;
  /** Called a moment after it was sent, so that what it changed is read again. */
  then?: () => void;
}

/** What was typed stays when it is refused; when it is taken, the outcome stands in its place and has the focus. */
export function Form({ send, button, children, then }: Props) {
  const [state, setState] = useState<{ problem?: Problem; done?: string; busy?: boolean }>({});
  const submit = async (event: Event) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    setState({ busy: true });
    try {
      setState({ done: await send(form) });
      if (then) {
        setTimeout(then, 1500);
      }
    } catch (fault) {
      setState({ problem: problemOf(fault) });
    }
  };
  const outcome = useRef<HTMLParagraphElement>(null);
  useEffect(() => outcome.current?.focus(), [state.done]);
  return state.done ? <p class="note ok" role="status" tabIndex={-1} ref={outcome}>{state.done}</p>
    : <form onSubmit={(event) => void submit(event)} noValidate>
      {state.problem && <Trouble problem={state.problem} />}
      {children}
      <button class="btn" disabled={state.busy}>{state.busy ? t('sending') : button}</button>
    </form>;
}

export const textOf = (form: FormData, name: string) => String(form.get(name) ?? '').trim();

export function Text({ id, label, hint, most = 1000 }: { id: string; label: string; hint?: string; most?: number }) {
  return <>
    <label for={id}>{label}</label>
    {hint && <p class="tiny" id={`${id}-hint`}>{hint}</p>}
    <textarea id={id} name="words" maxLength={most} aria-describedby={hint ? `${id}-hint` : undefined} />
  </>;
}

/** Nothing is chosen beforehand: that would be a nudge. */
export function Choice({ name, label, options }: { name: string; label: string; options: [string, string][] }) {
  return <fieldset><legend>{label}</legend><div class="options">{options.map(([value, text]) =>
    <label class="option" key={value}><input type="radio" name={name} value={value} /> {text}</label>)}</div>
  </fieldset>;
}
