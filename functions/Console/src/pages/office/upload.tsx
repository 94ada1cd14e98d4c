// A file that comes in: its kind, an empty table to fill, and the file itself, picked or dropped.
import { useState } from 'preact/hooks';
import { call, problemOf, Trouble, type Problem } from '../../api';
import { Downloads } from '../../downloads';
import { session } from '../../session';
import { t } from '../../words';
import { isKind, KINDS, kinds, mayBring, type Kind } from './kinds';

interface Props { kind: string; choose: (kind: Kind) => void; taken: (id: string) => void }

export function Upload({ kind, choose, taken }: Props) {
  const shut = kinds().filter((one) => !mayBring(one));
  return <div class="upload">
    <p>{t('bringInLead')}</p>
    <fieldset><legend>{t('bringKind')}</legend><div class="options">{kinds().filter(mayBring).map((one) =>
      <label class="option" key={one}><input type="radio" name="kind" value={one} checked={kind === one}
        onChange={() => choose(one)} /> {t(KINDS[one].word)}</label>)}</div></fieldset>
    {shut.map((one) => <p class="tiny" key={one}>{t(KINDS[one].word)}: {t('kindShut')}</p>)}
    {isKind(kind) && mayBring(kind) ? <Bring key={kind} kind={kind} taken={taken} />
      : <p class="empty">{t('bringPick')}</p>}
  </div>;
}

function Bring({ kind, taken }: { kind: Kind; taken: (id: string) => void }) {
  const { agency } = session()!;
  const [state, setState] = useState<{ busy?: string; over?: boolean; problem?: Problem }>({});
  const bring = async (file: File | undefined) => {
    if (!file || state.busy !== undefined) {
      return;
    }
    setState({ busy: file.name });
    try {
      taken((await call<{ id: string }>(`/agencies/${agency}/imports/${kind}`, file)).id);
    } catch (fault) {
      setState({ problem: problemOf(fault) });
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setState((before) => ({ ...before, over: false }));
    void bring(event.dataTransfer?.files[0]);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setState((before) => ({ ...before, over: event.type === 'dragover' }));
  };
  return <>
    <p>{t(KINDS[kind].hint)}</p>
    <Downloads files={[[t('bringTemplate'), `/agencies/${agency}/import-templates/${kind}`]]} />
    {state.problem && <Faults of={state.problem} />}
    <div class={state.over ? 'drop over' : 'drop'} onDragOver={over} onDragLeave={over} onDrop={drop}>
      <label for="file">{t('bringFile')}</label>
      <p class="tiny" id="file-hint">{t('bringHint')}</p>
      <input id="file" type="file" accept=".csv,.xlsx" aria-describedby="file-hint" disabled={state.busy !== undefined}
        onChange={(event) => {
          void bring(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }} />
    </div>
    <div role="status"><p class="tiny">
      {state.busy !== undefined && t('bringBusy', { name: state.busy })}</p></div>
  </>;
}

/** What is wrong with the file as a whole, every fault of it: a heading by its column. */
function Faults({ of }: { of: Problem }) {
  const faults = of.errors ?? [];
  return <>
    <Trouble problem={faults.length > 0 ? { ...of, detail: undefined } : of} />
    {faults.length > 0 && <ul class="reasons">{faults.map((one) => {
      const heading = /^\/headings\/(\d+)$/.exec(one.pointer)?.[1];
      return <li key={one.pointer}>{heading !== undefined && `${t('bringColumn', { n: Number(heading) + 1 })}: `}
        {one.detail}</li>;
    })}</ul>}
  </>;
}
