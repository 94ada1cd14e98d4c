// The act that closes a month: in one's own name, after a word that one has looked, and never undone.
import { call, fault } from '../../api';
import { Form } from '../../form';
import { called } from '../../names';
import { Section } from '../../parts';
import { session } from '../../session';
import { monthName, t } from '../../words';
import type { PayrollMonth } from './payroll';

export function Close({ of, again }: { of: PayrollMonth; again: () => void }) {
  const month = monthName(of.month);
  const send = async (form: FormData) => {
    if (!form.get('sure')) {
      throw fault(t('payrollTick'));
    }
    const { agency, person } = session()!;
    await call(`/agencies/${agency}/payroll-months/${of.month}`, { closedById: person }, 'PUT');
    again();
    return t('payrollDone', { month });
  };
  return <Section title={t('payrollClose', { month })}>
    <p>{t('payrollMeans', { who: called(session()!.person) })}</p>
    <Form send={send} button={t('payrollClose', { month })}>
      <label class="option"><input type="checkbox" name="sure" /> {t('payrollSure')}</label>
    </Form>
  </Section>;
}
