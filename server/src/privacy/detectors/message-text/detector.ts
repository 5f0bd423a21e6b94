import { namedDetector } from '../../../util/namedDetector.ts';

export default namedDetector({
  id: 'message-text',
  title: 'what somebody wrote or said',
  category: 'user.content.private',
  role: 'sensitive',
  most: 'low',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 12,
  accepts: text => /^(?=.*\p{L}{2})(?:\S+\s+){3,}\S+/su.test(text) || /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{6}/u.test(text),
  nameHints: [
    'sms', 'sms text', 'sms body', 'message body', 'message text', 'chat message', 'chat text', 'email body', 'mail body', 'email text',
    'private message', 'direct message', 'whatsapp message', 'call transcript', 'call notes', 'voicemail', '短信内容', '聊天内容', '聊天记录',
    '通话记录', '通话内容', '邮件正文', '消息内容',
  ],
  amongPeople: [
    'message', 'messages', 'chat', 'transcript', 'conversation', 'contacts', 'contact list', 'call log', '消息', '留言',
  ],
  vetoWords: ['error', 'log', 'commit', 'queue'],
  vetoNeighbours: ['level', 'severity', 'logger', 'stack'],
});
