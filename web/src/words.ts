// The words that scripts show. They come with the page (template#woorden), in the language of the page.
const place = document.getElementById('woorden');

export function word(name: string, ...args: (string | number)[]): string {
  const text = place?.getAttribute(`data-${name}`) ?? '';
  return args.reduce<string>((filled, arg, index) => filled.replaceAll(`{${index}}`, String(arg)), text);
}

// "name-one" or "name-other".
export function words(name: string, count: number): string {
  return word(count === 1 ? `${name}-one` : `${name}-other`, count);
}

const isEnglish = document.documentElement.lang === 'en';

// "10.42", English "10.42 am": as the pages say it.
export function clockTime(at: Date): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Amsterdam', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  }).formatToParts(at);
  const number = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const hour = number('hour');
  const minute = String(number('minute')).padStart(2, '0');
  return isEnglish ? `${hour % 12 || 12}.${minute} ${hour < 12 ? 'am' : 'pm'}` : `${hour}.${minute}`;
}
