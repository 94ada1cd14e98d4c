// A proof of presence, asked for now of people below.
import { useState } from 'preact/hooks';
import { call, fault } from '../../api';
import { Form, textOf } from '../../form';
import { Id, Section } from '../../parts';
import { session } from '../../session';
import { t, timeHere } from '../../words';

export function Ask({ known }: { known: string[] }) {
  const [turn, setTurn] = useState(0);
  const send = async (form: FormData) => {
    const others = textOf(form, 'others').split(/[\s,]+/).filter(Boolean);
    const [employeeIds, words] = [[...form.getAll('who').map(String), ...others], textOf(form, 'words')];
    if (employeeIds.length === 0 || words === '') {
      throw fault(t('askNobody'));
    }
    const { agency, person } = session()!;
    const asked = await call<{ closes: string }>(`/agencies/${agency}/presence-proofs`, {
      id: `bukti-${crypto.randomUUID()}`, askedById: person, employeeIds, minutes: 15, words,
    });
    return t('asked', { time: timeHere(asked.closes) });
  };
  return <Section title={t('ask')}>
    <p>{t('askLead')}</p>
    <Form key={turn} send={send} button={t('askSend')} then={() => setTimeout(() => setTurn(turn + 1), 10_000)}>
      {known.length > 0 && <fieldset><legend>{t('askWhom')}</legend><div class="options">{known.map((one) =>
        <label class="option" key={one}><input type="checkbox" name="who" value={one} /> <Id of={one} /></label>)}
      </div></fieldset>}
      <label for="others">{t('askOthers')}</label>
      <input id="others" name="others" autocomplete="off" />
      <label for="words">{t('askWords')}</label>
      <input id="words" name="words" maxLength={200} autocomplete="off" />
    </Form>
  </Section>;
}
