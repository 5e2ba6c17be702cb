/** What can be done to people's electronic identity from the control page. */
import type { SandboxSystem } from '../kit/index.ts'

export const controlOf: SandboxSystem['control'] = {
  actions: [{
    id: 'set-level',
    title: { vi: 'Đặt mức định danh của một người', en: 'Set a person’s identity level' },
    fields: [
      { name: 'person', title: { vi: 'Người', en: 'Person' }, kind: 'person' },
      { name: 'level', title: { vi: 'Mức', en: 'Level' }, kind: 'choice', options: [
        { value: '2', title: { vi: 'Mức 2', en: 'Level 2' } }, { value: '1', title: { vi: 'Mức 1', en: 'Level 1' } },
      ] },
    ],
    async run(box, input) {
      const level = input['level'] === '1' ? 1 : 2
      const person = await box.people.change(input['person'] ?? '', (before) => ({ ...before, eidLevel: level }))
      return `${person.fullName}: mức ${level} / level ${level}`
    },
  }],
}
