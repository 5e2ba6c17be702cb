/** What can happen to a person's record. */
import type { SandboxSystem } from '../kit/index.ts'
import { provinceName } from '../people/places.ts'

export const controlOf: SandboxSystem['control'] = {
  actions: [{
    id: 'move-house',
    title: { vi: 'Chuyển nơi thường trú', en: 'Move somebody’s residence' },
    fields: [
      { name: 'person', title: { vi: 'Người', en: 'Person' }, kind: 'person' },
      { name: 'province', title: { vi: 'Mã tỉnh mới (hai chữ số)', en: 'New province code (two digits)' }, value: '01' },
      { name: 'commune', title: { vi: 'Xã mới', en: 'New commune' }, value: 'xã Ví Dụ' },
    ],
    async run(box, input) {
      const code = input['province'] ?? '01'
      const name = provinceName(code)
      const person = await box.people.change(input['person'] ?? '', (before) => ({
        ...before, residence: { ...before.residence, provinceCode: code, provinceName: name, commune: input['commune'] || before.residence.commune },
      }))
      return `${person.fullName}: ${person.residence.commune}, ${name}`
    },
  }],
}
