import { expect, test } from 'vitest'
import { routeOf, trackingPath } from './route.ts'

test.each([
  ['/', '', { page: 'home' }],
  ['/ask/', '#sent', { page: 'ask' }],
  ['/track', '', { page: 'track' }],
  ['/desks', '', { page: 'desks' }],
  ['/t/JS20260302-0007', '#7KPQ4M', { page: 'case', number: 'JS20260302-0007', code: '7KPQ4M' }],
  ['/t/JS20260302-0007/', '', { page: 'case', number: 'JS20260302-0007', code: '' }],
  ['/t/%E0%A4%A', '#%', { page: 'case', number: '%E0%A4%A', code: '%' }],
  ['/t/', '', { page: 'unknown' }],
  ['/t/a/b', '', { page: 'unknown' }],
  ['/elsewhere', '', { page: 'unknown' }],
])('%s%s', (path, fragment, route) => expect(routeOf(path, fragment)).toEqual(route))

test('the tracking address carries the code where no server sees it', () => {
  expect(trackingPath('JS20260302-0007', '7KPQ4M')).toBe('/t/JS20260302-0007#7KPQ4M')
})
