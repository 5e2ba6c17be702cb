/** What can be done at the store of data: close somebody's, and see what came. */
import { type Box, type ControlAction, renderPart } from '../kit/index.ts'
import { papersOf, setStore } from './stored.ts'

const person = { name: 'identityNumber', title: { vi: 'Người', en: 'Person' }, kind: 'person' as const }

export const actions: ControlAction[] = [
  {
    id: 'close', title: { vi: 'Người này chưa có kho dữ liệu', en: 'This person has no store' }, fields: [person],
    run: async (box, input) => `${await setStore(box, input['identityNumber'] ?? '', true)}: chưa có kho. / No store.`,
  },
  {
    id: 'open', title: { vi: 'Người này đã có kho dữ liệu', en: 'This person has a store' }, fields: [person],
    run: async (box, input) => `${await setStore(box, input['identityNumber'] ?? '', false)}: đã có kho. / Has a store.`,
  },
]

/** The latest papers. */
export async function panel(box: Box): Promise<string> {
  const latest = await papersOf(box).list({ newestFirst: true, limit: 12 })
  if (latest.length === 0) return renderPart(<p class="soft">Chưa có giấy tờ. <span lang="en">No papers yet.</span></p>)
  return renderPart(
    <div class="scroll"><table>
      <thead><tr><th scope="col">Giấy tờ <span class="en" lang="en">Paper</span></th><th scope="col">Hồ sơ <span class="en" lang="en">Dossier</span></th><th scope="col">Mã kết quả <span class="en" lang="en">Result</span></th></tr></thead>
      <tbody>{latest.map((paper) => (
        <tr key={paper.MaYeuCau}>
          <td>{paper.TenGiayTo}</td>
          <td>{paper.MaHoSo}</td>
          <td><a href={`/data-store/tep/${paper.MaKetQua}`}>{paper.MaKetQua}</a></td>
        </tr>))}</tbody>
    </table></div>)
}
