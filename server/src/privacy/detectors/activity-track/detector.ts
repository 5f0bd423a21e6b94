import { namedDetector } from '../../../util/namedDetector.ts';

export default namedDetector({
  id: 'activity-track',
  title: 'what somebody looked at, searched or bought',
  category: 'user.behavior',
  role: 'sensitive',
  most: 'low',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 3,
  accepts: text => /\p{L}{2}/u.test(text),
  nameHints: [
    'search history', 'browsing history', 'watch history', 'purchase history', 'viewing history', 'search query text', 'user query',
    '浏览记录', '搜索记录', '购买记录', '观看记录', '搜索词',
  ],
  amongPeople: [
    'search query', 'search term', 'search terms', 'search keyword', 'visited url', 'page visited', 'last page', 'page url', 'referrer',
    'referer', 'clicked url', 'watched', 'video watched', 'items purchased', 'purchased items', 'products viewed', 'listening history',
    '搜索关键词', '访问页面',
  ],
  vetoWords: ['volume', 'trend', 'rank'],
});
