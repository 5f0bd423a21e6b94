import { namedDetector } from '../../../util/namedDetector.ts';

export default namedDetector({
  id: 'body-measurement',
  title: 'measurement of a body',
  category: 'user.health_and_medical',
  role: 'sensitive',
  most: 'low',
  mayBe: (_kind, bytes) => bytes >= 1 && bytes <= 24,
  accepts: text => /^-?\d{1,6}(?:[.,]\d+)?(?: ?\/ ?\d{2,3})?(?: ?[a-zA-Zµ%°\/]{1,8})?$/.test(text),
  amongPeople: [
    'blood pressure', 'systolic', 'diastolic', 'systolic bp', 'diastolic bp', 'sysbp', 'diabp', 'heart rate',
    'heartrate', 'resting heart rate', 'blood sugar', 'blood glucose', 'hba1c',
    'body temperature', 'spo2', 'oxygen saturation', 'hrv', 'daily steps', 'step count', 'steps',
    'sleep duration', 'sleep hours', 'sleep quality', 'eeg', 'eeg signal',
    'neural signal', 'brain activity', 'ecg', 'emg', '血压', '收缩压', '舒张压', '心率', '血糖', '体温', '血氧', '步数', '睡眠时长', 'blutdruck',
    'tension artérielle', 'presión arterial', 'frecuencia cardiaca', 'pressão arterial', '血圧', '혈압',
  ],
  vetoWords: ['unit', 'device', 'limit'],
  mask: () => '••••',
});
