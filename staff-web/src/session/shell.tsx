import { Outlet } from 'react-router'
import { KeysOverlay } from '../shared/keys-overlay.tsx'
import { useLiveConnection } from '../shared/live.ts'
import { TabBar } from './tab-bar.tsx'
import { TopBar } from './top-bar.tsx'
import './shell.css'

/** The frame of every signed-in page: bar above, tabs below on a phone, live updates, the keys. */
export function Shell() {
  useLiveConnection()
  return (
    <>
      <TopBar />
      <Outlet />
      <TabBar />
      <KeysOverlay />
    </>
  )
}
