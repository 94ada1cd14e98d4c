// How figures of the platform are said: a time that something took or waits, an hour of the day.
import { lang, number, t } from '../../words';

const unit = (value: number, name: string) => value.toLocaleString(lang() === 'id' ? 'id-ID' : 'en-GB', {
  style: 'unit', unit: name, unitDisplay: 'long', maximumFractionDigits: 0 });

/** At most two units, such as 1 hour 5 minutes. */
export function lasting(seconds: number) {
  const [days, hours, minutes] = [Math.floor(seconds / 86400), Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60];
  const parts = days > 0 ? [[days, 'day'], [hours, 'hour']] as const
    : hours > 0 ? [[hours, 'hour'], [minutes, 'minute']] as const
      : minutes > 0 ? [[minutes, 'minute']] as const : [[Math.floor(seconds), 'second']] as const;
  return parts.filter(([value], i) => i === 0 || value > 0).map(([value, name]) => unit(value, name)).join(' ');
}

export const millis = (value: number) => `${number(value)} ${t('opsMillis')}`;

/** By this browser's clock, such as 09.00. */
export const hourOf = (from: string) => new Date(from).toLocaleTimeString(lang() === 'id' ? 'id-ID' : 'en-GB', {
  hour: '2-digit', minute: '2-digit' });

/** Where nothing was measured, nothing can be said of the day. */
export const isMeasured = (hours: { samples: number }[]) => hours.some((hour) => hour.samples > 0);

/** The hour with the most, said with what it was; nothing where there was none. */
export function peak<T extends { from: string }>(hours: T[], of: (hour: T) => number | undefined) {
  let found: { from: string; value: number } | undefined;
  for (const hour of hours) {
    const value = of(hour) ?? 0;
    if (value > (found?.value ?? 0)) {
      found = { from: hour.from, value };
    }
  }
  return found;
}
