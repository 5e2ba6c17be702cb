import { type Box, formatInstant, renderPart } from '../kit/index.ts'
import { dossiersOf } from './dossiers.ts'
import { statuses } from './statuses.ts'

/** The latest dossiers and where they stand. */
export async function portalPanel(box: Box): Promise<string> {
  const latest = await dossiersOf(box).list({ newestFirst: true, limit: 12 })
  if (latest.length === 0) return renderPart(<p class="soft">Chưa có hồ sơ. <span lang="en">No dossiers yet.</span></p>)
  return renderPart(
    <div class="scroll"><table>
      <thead><tr><th scope="col">Mã hồ sơ <span class="en" lang="en">Code</span></th><th scope="col">Trạng thái <span class="en" lang="en">Status</span></th><th scope="col">Lúc <span class="en" lang="en">At</span></th></tr></thead>
      <tbody>{latest.map((dossier) => (
        <tr key={dossier.MaHoSo}>
          <td>{dossier.MaHoSo}</td>
          <td>{dossier.TrangThaiHoSo} · {statuses[dossier.TrangThaiHoSo]?.vi} <span class="en" lang="en">{statuses[dossier.TrangThaiHoSo]?.en}</span></td>
          <td>{formatInstant(new Date(dossier.updatedAt))}</td>
        </tr>))}</tbody>
    </table></div>)
}
