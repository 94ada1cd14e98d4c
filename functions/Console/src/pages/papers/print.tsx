// A paper as the API writes it, shown before it is printed: in a frame in which nothing may run.
import { useRef } from 'preact/hooks';
import { fault, send, Shown, useRead } from '../../api';
import { useQuery } from '../../address';
import type { PaperKind } from '../../parts';
import { session } from '../../session';
import { t } from '../../words';

const PATHS: Record<PaperKind, (agency: string, person: string, of: string) => string> = {
  evaluation: (agency, person, of) => `/agencies/${agency}/runs/${of}/evaluations/${person}`,
  workPlan: (_, person, of) => `/employees/${person}/work-plans/${of}`,
  attendance: (_, person, of) => `/employees/${person}/attendance/${of}`,
  objectionDecision: (_, person, of) => `/employees/${person}/objections/${of}`,
  grant: (agency, person, of) => `/agencies/${agency}/grant-lists/${of}/people/${person}`,
};

/** The reader opens a dialogue of its own and a page that checks the mark; no script of the paper ever runs. */
const ALLOWED = 'allow-same-origin allow-modals allow-popups allow-popups-to-escape-sandbox';

async function paperOf(kind: string, person: string, of: string) {
  const path = Object.hasOwn(PATHS, kind) && of ? PATHS[kind as PaperKind] : undefined;
  if (!path) {
    throw fault(t('printNone'));
  }
  return (await send(
    `${path(session()!.agency, encodeURIComponent(person), encodeURIComponent(of))}/print.html`)).text();
}

export function Print() {
  const [kind] = useQuery('lembar', '');
  const [of] = useQuery('dari', '');
  const [person] = useQuery('pegawai', session()!.person);
  const frame = useRef<HTMLIFrameElement>(null);
  const read = useRead(() => paperOf(kind, person, of), [kind, person, of]);
  return <>
    <h1>{t('print')}</h1>
    <p class="lead">{t('printLead')}</p>
    <Shown of={read}>{(html) => <>
      <p><button class="btn" onClick={() => frame.current!.contentWindow!.print()}>{t('print')}</button></p>
      <iframe class="paper" ref={frame} title={t('printPreview')} sandbox={ALLOWED} srcDoc={html} />
    </>}</Shown>
  </>;
}
