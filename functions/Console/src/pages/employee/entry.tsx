// The form of one day's entry: a draft, or submitted to the rater.
import { useRef, useState } from 'preact/hooks';
import { all, call, fault } from '../../api';
import { quarterOf } from '../../address';
import { Form, Line, numberOf, Pick, Text, textOf } from '../../form';
import { session } from '../../session';
import { day, t } from '../../words';
import { Evidence, StateOf, type Entry } from './entries';

/** A result of an agreed plan, and the unit in which it is counted. */
export interface Agreed { planFrom: string; resultId: string; words: string; unit: string }

interface Props { of?: Entry; agreed: Agreed[]; on: string; again: (words: string) => void }

export function EntryForm({ of, agreed, on, again }: Props) {
  const { person } = session()!;
  const [id] = useState(() => of?.id ?? `harian-${crypto.randomUUID()}`);
  const base = useRef(of?.version);
  const send = async (form: FormData) => {
    const date = of?.date ?? textOf(form, 'date');
    const [planFrom, resultId] = textOf(form, 'resultId').split('/');
    const [minutes, quantity] = [numberOf(form, 'minutes'), numberOf(form, 'quantity')];
    const [words, link, submit] = [textOf(form, 'words'), textOf(form, 'evidence/0/url'), form.get('as') !== 'draft'];
    const missing = {
      ...(date ? {} : { date: t('dailyPickDate') }), ...(resultId ? {} : { resultId: t('dailyPickResult') }),
      ...(words ? {} : { words: t('dailySayWhat') }),
      ...(minutes === null && quantity === null ? { minutes: t('dailyHowMuch') } : {}),
    };
    if (Object.keys(missing).length > 0) {
      throw fault(t('mendFields'), missing);
    }
    await call<Entry>(`/employees/${person}/daily-entries/${date}/${id}`, {
      planFrom, resultId, words, submit, ...(minutes === null ? {} : { minutes }),
      ...(quantity === null ? {} : { quantity }),
      evidence: [...(link ? [{ ...of?.evidence[0], url: link }] : []), ...of?.evidence.slice(1) ?? []],
      evidenceSha256: of?.evidenceSha256 ?? [],
    }, 'PUT', { headers: base.current ? { 'If-Match': `"${base.current}"` } : { 'If-None-Match': '*' } });
    return t(submit ? 'dailySent' : 'dailyKept', { date: day(date) });
  };
  const theirs = async () => {
    const stands = (await all<Entry>(`/employees/${person}/daily-entries/${quarterOf(on)}`, 'entries', 50))
      .find((one) => one.id === id && one.date === on);
    base.current = stands?.version;
    return stands && <><StateOf of={stands} /><p>{stands.words}</p><Evidence of={stands} /></>;
  };
  return <Form send={send} button={t('dailySubmit')} then={again} theirs={of ? theirs : undefined}
    second={!of || of.state === 'draft' ? { value: 'draft', text: t('dailyKeep') } : undefined}>
    {!of && <Line id={`${id}-date`} name="date" type="date" label={t('dailyDate')} given={on} />}
    <Pick id={`${id}-result`} name="resultId" label={t('dailyTowards')} hint={t('dailyTowardsHint')}
      given={of && `${of.planFrom}/${of.resultId}`}
      options={agreed.map((one) => [`${one.planFrom}/${one.resultId}`, one.words])} />
    <Text id={`${id}-words`} label={t('dailyWhat')} most={2000} given={of?.words} />
    <div class="facts-form">
      <Line id={`${id}-minutes`} name="minutes" label={t('dailyMinutes')} mode="numeric" given={of?.minutes} />
      <Line id={`${id}-quantity`} name="quantity" label={t('dailyQuantity')} hint={t('dailyQuantityHint')}
        mode="decimal" given={of?.quantity} />
    </div>
    <Line id={`${id}-link`} name="evidence/0/url" label={t('dailyLink')} hint={t('dailyLinkHint')} mode="url"
      given={of?.evidence[0]?.url} most={500} />
  </Form>;
}
