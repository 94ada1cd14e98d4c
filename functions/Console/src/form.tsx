// Forms: what was sent, what came of it, what somebody else did meanwhile, and the fields that every form has.
import { createContext } from 'preact';
import { useContext, useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { problemOf, Trouble, type Problem } from './api';
import { goOnAfter } from './focus';
import { Outcome } from './outcome';
import { t } from './words';

/** What the API says would come of it, and how it is written: that gives the sentence that says so. */
export interface Foreseen { shown: ComponentChildren; button: string; write: () => Promise<string> }

interface Props {
  /** Sends what the form holds, and gives the sentence that says so; what it throws is shown above the fields. */
  send?: (form: FormData) => Promise<string>;
  /** In its place: what it would do is shown first, while what was typed is kept, and written once it is confirmed. */
  foresee?: (form: FormData) => Promise<Foreseen>;
  button: string;
  /** A second button: the form then holds its value under the name "as". */
  second?: { value: string; text: string };
  children: ComponentChildren;
  /** Called a moment after it was sent, with the sentence, so that what it changed is read again. */
  then?: (done: string) => void;
  /** What stands by now, where somebody else was faster: it is shown, and sending once more builds on it. */
  theirs?: () => Promise<ComponentChildren>;
  /** What is about to be sent, in words, or why it cannot be. It is sent 10 seconds later, unless it is taken back. */
  hold?: (form: FormData) => string;
}

interface State {
  problem?: Problem; theirs?: ComponentChildren; done?: string; busy?: boolean;
  held?: { form: FormData; words: string };
  /** Whoever sent it is elsewhere on the page by now: the outcome is said to them, and takes no focus. */
  isAway?: boolean;
  /** It was taken back: one goes on in the form. */
  isBack?: boolean;
  foreseen?: Foreseen & { form: FormData };
}

const SECONDS = 10;

/** What is wrong with each field, by its id. */
const Faults = createContext<Record<string, string>>({});

/** What was typed stays when it is refused; when it is taken, the outcome stands in its place and has the focus. */
export function Form({ send, foresee, button, second, children, then, theirs, hold }: Props) {
  const [state, setState] = useState<State>({});
  const [isResting, rest] = useState(false);
  const [form, outcome, waiting] = [
    useRef<HTMLFormElement>(null), useRef<HTMLDivElement>(null), useRef<FormData | null>(null)];
  const finish = (done: string, isAway?: boolean) => {
    setState({ done, isAway });
    if (then) {
      setTimeout(() => then(done), 1500);
    }
  };
  const write = async (foreseen: Foreseen & { form: FormData }) => {
    setState({ foreseen, busy: true });
    try {
      finish(await foreseen.write());
    } catch (fault) {
      const problem = problemOf(fault);
      const isOld = problem.status === 409 || problem.status === 412;
      // Somebody else was faster: what it would do by now stands beside what was meant.
      const now = isOld ? await foresee!(foreseen.form).catch(() => undefined) : undefined;
      setState({ problem, foreseen: now && { ...now, form: foreseen.form } });
    }
  };
  const go = async (sent: FormData) => {
    const at = document.activeElement;
    const isAway = at !== null && at !== document.body
      && ![outcome, form].some((one) => one.current?.contains(at));
    waiting.current = null;
    setState({ busy: true });
    try {
      if (foresee) {
        const foreseen = await foresee(sent);
        setState({ foreseen: { ...foreseen, form: sent } });
      } else {
        finish(await send!(sent), isAway);
      }
    } catch (fault) {
      const problem = problemOf(fault);
      setState({ problem, isAway, theirs: (problem.status === 409 || problem.status === 412)
        ? await theirs?.().catch(() => undefined) : undefined });
    }
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const sent = new FormData(event.currentTarget as HTMLFormElement, event.submitter);
    try {
      if (hold) {
        setState({ held: { form: sent, words: hold(sent) } });
        waiting.current = sent;
      } else {
        void go(sent);
      }
    } catch (fault) {
      setState({ problem: problemOf(fault) });
    }
  };
  // Whoever leaves the page meanwhile has not taken it back.
  useEffect(() => {
    const leave = () => { if (waiting.current) { void go(waiting.current); } };
    addEventListener('pagehide', leave);
    return () => { removeEventListener('pagehide', leave); leave(); };
  }, []);
  // On one of its buttons nobody is hurried: the seconds begin anew when they are left.
  useEffect(() => {
    const late = state.held && !isResting && setTimeout(() => void go(state.held!.form), SECONDS * 1000);
    return () => clearTimeout(late || undefined);
  }, [state.held, isResting]);
  useEffect(() => {
    if (state.isBack) {
      const field = (which: string) => form.current?.querySelector<HTMLElement>(which);
      (field('input:checked') ?? field('input, select, textarea'))?.focus();
    } else if (!state.isAway) {
      outcome.current?.focus();
    }
  }, [state.done, state.held, state.problem, state.foreseen, state.isBack]);
  // What was sent may take its form with it: whoever heard the outcome goes on at the heading above it.
  useLayoutEffect(() => () => goOnAfter(outcome.current), []);
  const fields = state.problem && form.current ? fieldsOf(form.current, state.problem) : [];
  return <>
    {state.done && <Outcome kind="ok" box={outcome} isAway={state.isAway} words={state.done} />}
    {state.held && <Outcome kind="waits" box={outcome} words={state.held.words} more={t('heldFor', { n: SECONDS })}>
      <div class="pair" onFocusIn={() => rest(true)} onFocusOut={() => rest(false)}>
        <button class="btn" onClick={() => { waiting.current = null; rest(false); setState({ isBack: true }); }}>
          {t('takeBack')}</button>
        <button class="btn alt" onClick={() => { rest(false); void go(state.held!.form); }}>{t('sendNow')}</button>
      </div></Outcome>}
    {state.foreseen && <div class="foreseen" tabIndex={-1} ref={outcome} role="group" aria-label={t('foreseen')}>
      {state.problem && <Trouble problem={state.problem} />}
      {state.foreseen.shown}
      <div class="pair"><button class="btn" aria-disabled={state.busy}
        onClick={() => { if (!state.busy) { void write(state.foreseen!); } }}>
        {state.busy ? t('sending') : state.foreseen.button}</button>
      <button class="btn alt" aria-disabled={state.busy}
        onClick={() => { if (!state.busy) { setState({ isBack: true }); } }}>{t('foreseenBack')}</button></div>
    </div>}
    <form ref={form} onSubmit={submit} noValidate hidden={!!state.done || !!state.held || !!state.foreseen}>
      {state.problem && !state.foreseen
        && <Trouble problem={state.problem} fields={fields} box={state.isAway ? undefined : outcome} />}
      {state.theirs && <div class="note waits"><p><b>{t('theirsStands')}</b></p>{state.theirs}
        <p>{t('theirsBuild')}</p></div>}
      <Faults.Provider value={Object.fromEntries(fields.map((one) => [one.id, one.detail]))}>
        {children}</Faults.Provider>
      <div class="pair"><button class="btn" name="as" value="" disabled={state.busy}>
        {state.busy ? t('sending') : button}</button>
      {second && <button class="btn alt" name="as" value={second.value} disabled={state.busy}>{second.text}</button>}
      </div>
    </form>
  </>;
}

/** The form's fields that the problem's pointers mean, by their names. */
function fieldsOf(form: HTMLFormElement, problem: Problem) {
  return (problem.errors ?? []).flatMap(({ pointer, detail }) => {
    const found = fieldOf(form, pointer.slice(1));
    const field = found instanceof RadioNodeList ? found[0] : found;
    return field instanceof HTMLElement && field.id ? [{ id: field.id, detail }] : [];
  });
}

/** The field of that name, else the one that holds it, as lines hold each of theirs; a reason may be called "words". */
function fieldOf(form: HTMLFormElement, name: string): Element | RadioNodeList | null {
  return form.elements.namedItem(name) ?? (name === 'reason' ? form.elements.namedItem('words')
    : name.includes('/') ? fieldOf(form, name.slice(0, name.lastIndexOf('/'))) : null);
}

export const textOf = (form: FormData, name: string) => String(form.get(name) ?? '').trim();

/** A number as people type it here, or null; a comma is a point. */
export function numberOf(form: FormData, name: string) {
  const text = textOf(form, name).replace(',', '.');
  return text === '' || Number.isNaN(Number(text)) ? null : Number(text);
}

/** What describes a field: its hint, and what is wrong with it. */
function useWords(id: string, hint?: string) {
  const fault = useContext(Faults)[id];
  const ids = [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ');
  return {
    above: <>{hint && <p class="tiny" id={`${id}-hint`}>{hint}</p>}
      {fault && <p class="fault" id={`${id}-fault`}>{fault}</p>}</>,
    given: { 'aria-describedby': ids || undefined, 'aria-invalid': fault ? true : undefined },
  };
}

interface FieldProps { id: string; name: string; label: string; hint?: string }

export function Text({ id, label, hint, most = 1000, name = 'words', given }: {
  id: string; label: string; hint?: string; most?: number; name?: string; given?: string;
}) {
  const words = useWords(id, hint);
  return <>
    <label for={id}>{label}</label>
    {words.above}
    <textarea id={id} name={name} maxLength={most} defaultValue={given} {...words.given} />
  </>;
}

/** One line; a number when its mode says so. */
export function Line({ id, name, label, hint, given, type = 'text', mode, most }: FieldProps & {
  given?: string | number; type?: 'text' | 'date'; mode?: 'numeric' | 'decimal' | 'url'; most?: number;
}) {
  const words = useWords(id, hint);
  return <div>
    <label for={id}>{label}</label>
    {words.above}
    {type === 'date' ? <input id={id} name={name} type="date" defaultValue={given} {...words.given} />
      : <input id={id} name={name} type="text" inputMode={mode} defaultValue={given} autocomplete="off"
        maxLength={most} {...words.given} />}
  </div>;
}

/** One of several; nothing is chosen beforehand. */
export function Pick({ id, name, label, hint, options, given = '', choose }: FieldProps & {
  options: [string, string][]; given?: string; choose?: (value: string) => void;
}) {
  const words = useWords(id, hint);
  return <div>
    <label for={id}>{label}</label>
    {words.above}
    <select id={id} name={name} {...words.given}
      onChange={choose && ((event) => choose(event.currentTarget.value))}>
      <option value="" selected={given === ''}>{t('pickOne')}</option>
      {options.map(([value, text]) => <option key={value} value={value} selected={given === value}>{text}</option>)}
    </select>
  </div>;
}

/**
 * Nothing is chosen beforehand, unless it stands already: that would be a nudge. What may be left out has a last option
 * that says so, since a choice cannot be taken back. The options may be of another language than the page.
 */
export function Choice({ name, label, options, given, none, spoken }: {
  name: string; label: string; options: [string, string][]; given?: string; none?: string; spoken?: string;
}) {
  const id = useId();
  const words = useWords(`${id}-0`);
  return <fieldset {...words.given}><legend>{label}</legend>{words.above}
    <div class="options">{options.map(([value, text], at) =>
      <label class="option" key={value} lang={spoken}><input type="radio" id={`${id}-${at}`} name={name} value={value}
        defaultChecked={value === given} /> {text}</label>)}
    {none && <label class="option"><input type="radio" id={`${id}-none`} name={name} value="" /> {none}</label>}</div>
  </fieldset>;
}
