import { LoadingOutlined } from '@ant-design/icons'
import { QueryClientProvider } from '@tanstack/react-query'
import { App as Messages, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useState } from 'react'
import { RouterProvider } from 'react-router/dom'
import { newRouter } from './routes.tsx'
import { useLanguage } from './shared/language.ts'
import { newQueries } from './shared/queries.ts'
import { theme } from './shared/theme.ts'

/** Known before anything is drawn, so that a dialog's first field stands in the page when it asks for the keyboard. */
const body = () => document.body

/** The sign of waiting is a picture: it may outlast the waiting unseen, and must not be read out as a part of the button's name. */
const BUTTON = { autoInsertSpace: false, loadingIcon: <LoadingOutlined aria-hidden="true" /> }

export function App() {
  const { language } = useLanguage()
  const [queries] = useState(newQueries)
  const [router] = useState(newRouter)
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en')
  return (
    <ConfigProvider locale={language === 'zh' ? zhCN : enUS} theme={theme} button={BUTTON} getPopupContainer={body}>
      <Messages message={{ maxCount: 3 }}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </Messages>
    </ConfigProvider>
  )
}
