import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useHref, useLinkClickHandler } from 'react-router'

/** Leads to a printed form; a link, so that it opens in another tab as well. */
export function PrintLink({ to, children }: { to: string; children: ReactNode }) {
  const follow = useLinkClickHandler<HTMLElement>(to)
  return <Button icon={<PrinterOutlined />} href={useHref(to)} onClick={follow}>{children}</Button>
}
