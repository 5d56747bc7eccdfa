import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useRefusalWords } from './roster-query.ts'

/** Something done on the shift's page; read anew after it, also after a refusal. */
export function useShiftAct<Ask = void>(act: (ask: Ask) => Promise<unknown>, done: string) {
  const queries = useQueryClient()
  const { message } = App.useApp()
  const words = useRefusalWords()
  return useMutation({
    mutationFn: act, onSuccess: () => { message.success(done) }, onError: (error) => { message.error(words(error), 8) },
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: ['roster'] }), queries.invalidateQueries({ queryKey: ['obligations'] })]),
  })
}
