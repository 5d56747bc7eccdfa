// A county construction bureau: asked at the wrong unit, relayed, three papers told once, promised, urged, closed, rated.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cloneDatabase, type ClonedDatabase } from '../database/testing.ts'
import { beginStory, type Story } from '../testing-story.ts'
import { countyBureau } from './testing-casts.ts'

let database: ClonedDatabase
let story: Story
beforeAll(async () => {
  database = await cloneDatabase()
  story = await beginStory(database.db, countyBureau, { start: '2026-03-02 08:30' })
})
afterAll(async () => {
  await story.app.close()
  await database.drop()
})

describe('the county construction bureau', () => {
  it('lets nobody promise without a date', async () => {
    await story.at('2026-03-02 09:00')
    const { id } = await story.does('li', '/api/staff/cases', { channel: 'visit', category: 'application', subject: '自建房规划许可', requester: { name: '赵敏', phone: '13800000001' }, decision: { branch: 'mine' } })
    expect(await story.isRefused('li', `/api/staff/cases/${id}/promise`, { text: '尽快' })).toBe('bad-request')
  })
})
