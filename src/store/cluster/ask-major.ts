// Which major version of PostgreSQL answers at an address somebody gave us?
import pg from 'pg'

const connectTimeoutMs = 10_000

export async function askMajor(connectionString: string): Promise<number> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: connectTimeoutMs })
  await client.connect()
  try {
    const { rows } = await client.query(`select current_setting('server_version_num') as version`)
    return Math.floor(Number(rows[0].version) / 10_000)
  } finally {
    await client.end()
  }
}
