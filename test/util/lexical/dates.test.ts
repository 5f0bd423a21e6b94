import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isoDate, layoutName, readDate } from '../../../server/src/util/lexical/dates.ts';
import { strptime } from '../../../server/src/util/lexical/strptime.ts';
import { hasZone } from '../../../server/src/util/lexical/times.ts';

/** Text, then its readings as `layout=date`, the time left out. */
const TABLE: readonly (readonly [text: string, ...readings: readonly string[]])[] = [
  ['2024-01-02', 'y-m-d=2024-01-02', 'y-M-D=2024-01-02'], ['2024-1-2', 'y-M-D=2024-01-02'], ['2024/01/02', 'y/m/d=2024-01-02', 'y/M/D=2024-01-02'], ['2024.1.2', 'y.M.D=2024-01-02'],
  ['31/12/2024', 'd/m/y=2024-12-31'], ['12/31/2024', 'm/d/y=2024-12-31'], ['03/04/2024', 'd/m/y=2024-04-03', 'm/d/y=2024-03-04'], ['3-4-2024', 'd-m-y=2024-04-03', 'm-d-y=2024-03-04'],
  ['31.12.2024', 'd.m.y=2024-12-31'], ['1.2.2024', 'd.m.y=2024-02-01'], ['31/12/24', 'd/m/yy=2024-12-31', 'yy/m/d=2031-12-24'], ['24.01.02', 'd.m.yy=2002-01-24', 'yy.m.d=2024-01-02'],
  ['Jan 1 2000', 'mon d y=2000-01-01'], ['January 1, 2000', 'mon d y=2000-01-01'], ['1 Jan 2000', 'd mon y=2000-01-01'], ['1-Jan-2000', 'd mon y=2000-01-01'], ['01-JAN-00', 'd mon yy=2000-01-01'],
  ['1st March 2024', 'd mon y=2024-03-01'], ['2. Januar 2024', 'd mon y=2024-01-02'], ['1er janvier 2024', 'd mon y=2024-01-01'], ['2 de enero de 2024', 'd mon y=2024-01-02'], ['2024-Mar-05', 'y mon d=2024-03-05'],
  ['Wed, 02 Oct 2002 13:00:00 GMT', 'd mon yT=2002-10-02'], ['2024年1月2日', 'y年m月d日=2024-01-02'], ['２０２４年１月２日', 'y年m月d日=2024-01-02'], ['24年1月2日', 'yy年m月d日=2024-01-02'],
  ['民国113年1月2日', '民国y年m月d日=2024-01-02'], ['二〇二四年十二月三十一日', '二〇二四年一月二日=2024-12-31'], ['2024年1月2日 上午9:30', 'y年m月d日T=2024-01-02'], ['2024年1月2日9时30分', 'y年m月d日T=2024-01-02'],
  ['2024-01-02T03:04:05Z', 'y-m-dT=2024-01-02', 'y-M-DT=2024-01-02'], ['31/12/2024 14:30', 'd/m/yT=2024-12-31'], ['12/31/2024 2:30 PM', 'm/d/yT=2024-12-31'], ['31.12.2024, 14:30:00.5 +01:00', 'd.m.yT=2024-12-31'],
  ['2024-02-29', 'y-m-d=2024-02-29', 'y-M-D=2024-02-29'], ['31.12.2024 24:00', 'd.m.yT=2024-12-31'],
];

test('dates are read in every way they can be', () => {
  for (const [text, ...readings] of TABLE) {
    const found = readDate(text)?.readings.map(({ layout, year, month, day }) => `${layout}=${[String(year).padStart(4, '0'), ...[month, day].map(part => String(part).padStart(2, '0'))].join('-')}`);
    assert.deepEqual(found, readings, text);
  }
});

test('days and times that do not exist', () => {
  const texts = ['2023-02-29', '31/02/2024', '31.04.2024', '2024-13-01', '00/00/0000', '0000-00-00', '99.99.9999', '30 Feb 2024', '2024年2月30日', '2024-01-02 25:00', '2024-01-02T10:61:00', '1900-02-29'];
  for (const text of texts) assert.deepEqual(readDate(text), { readings: [], impossible: true }, text);
});

test('codes, numbers, words and times alone are no dates', () => {
  const texts = ['', '20240102', '2024', '10:30', '12 kilos 2024', 'Suite 5, 2024', '1.2.3', '123-45-6789', '555-1234', '2024-01', '1/2', '12-3456-78', '192.168.1.1', 'Lot 12 1999', '+49 30 1234', 'May 5th', '1.10.12', '1/2/2024/3'];
  for (const text of texts) assert.equal(readDate(text), undefined, text);
});

test('every day is read back from every layout that is written like this', () => {
  const day = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(fc.property(day, date => {
    const iso = date.toISOString().slice(0, 10);
    const [y = '', m = '', d = ''] = iso.split('-');
    for (const [text, layout] of [[`${d}.${m}.${y}`, 'd.m.y'], [`${m}/${d}/${y}`, 'm/d/y'], [`${y}年${Number(m)}月${Number(d)}日`, 'y年m月d日'], [`${y}/${Number(m)}/${Number(d)}`, 'y/M/D']] as const) {
      assert.equal(isoDate(text, layout), iso, text);
    }
  }));
});

test('the time of a rewritten date stays', () => {
  assert.equal(isoDate('31/12/2024 9:30', 'd/m/yT'), '2024-12-31T09:30');
  assert.equal(isoDate('31/12/2024 9:30 pm', 'd/m/yT'), undefined);
  assert.equal(isoDate('31/12/2024', 'm/d/y'), undefined);
});

test('layouts are named as people write them', () => {
  assert.deepEqual(['d/m/y', 'y-m-d', 'y-M-DT', 'm/d/yy', 'd mon y', 'y年m月d日'].map(layoutName), ['DD/MM/YYYY', 'YYYY-MM-DD', 'YYYY-M-D hh:mm', 'MM/DD/YY', 'DD Mon YYYY', 'YYYY年M月D日']);
});

test('offsets from UTC', () => {
  for (const time of ['10:00Z', '10:00+01:00', '10:00:00-0500', '10:00 UTC', '10:00 +0200']) assert.ok(hasZone(time), time);
  for (const time of ['10:00', '10:00:00.5', '10:00 PM', '9时30分']) assert.ok(!hasZone(time), time);
});

test('formats of strptime', () => {
  const cases: readonly (readonly [format: string, yes: readonly string[], no: readonly string[]])[] = [
    ['%d.%m.%Y', ['07.05.2024', '29.02.2024'], ['2024-05-07', '31.02.2024', '29.02.2023', '07.05.24']],
    ['%Y-%m-%dT%H:%M:%S%z', ['2024-01-02T03:04:05Z', '2024-01-02T03:04:05+01:00'], ['2024-01-02T03:04:05', '2024-01-02T24:04:05Z']],
    ['%d %b %Y', ['2 Jan 2024', '2 févr. 2024'], ['2 Foo 2024', '31 Apr 2024']], ['%A, %B %d, %Y', ['Tuesday, January 2, 2024'], ['January 2, 2024']], ['%m/%d/%y', ['12/31/24'], ['31/12/24']], ['%I:%M %p', ['11:30 PM'], ['13:30 PM']],
    ['%Y%m%d', ['20240229'], ['20230229']], ['100%%', ['100%'], ['100']],
  ];
  for (const [format, yes, no] of cases) {
    for (const text of yes) assert.equal(strptime(format)?.(text), true, `${format} ${text}`);
    for (const text of no) assert.equal(strptime(format)?.(text), false, `${format} ${text}`);
  }
  assert.equal(strptime('%Q'), undefined);
  assert.equal(strptime('any'), undefined);
});
