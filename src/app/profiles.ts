import { type Database, type Profile, readFact, writeFact } from './database.ts'

/** Characters; a submission carries the name. */
export const longestProfileText = 60

/** Why a name cannot be taken. */
export type ProfileFault = 'noName' | 'nameTaken'

/** By name, with how many drafts carry it. */
export async function listProfiles(db: Database): Promise<(Profile & { drafts: number })[]> {
  const [profiles, drafts] = await Promise.all([db.profiles.toArray(), db.drafts.toArray()])
  const withDrafts = profiles.map((profile) => ({
    ...profile,
    drafts: drafts.filter(({ enumerator }) => enumerator === profile.name).length,
  }))
  return withDrafts.toSorted((one, other) => one.name.localeCompare(other.name, 'es-CO'))
}

/** Who works with this device now; undefined in guest mode, which is what it starts in. */
export async function readActiveProfile(db: Database): Promise<Profile | undefined> {
  const active = await readFact(db, 'activeProfile')
  return active === undefined ? undefined : db.profiles.get(active.profileId)
}

export async function chooseProfile(db: Database, profileId: string): Promise<void> {
  await writeFact(db, 'activeProfile', { profileId })
}

/** Guest mode: drafts carry nobody's name. */
export async function leaveProfile(db: Database): Promise<void> {
  await db.device.delete('activeProfile')
}

/**
 * Creates or renames a profile. Renaming mends the name in the drafts that carry it, too; what is finished stays as it is.
 *
 * @returns why not, or undefined when it is done
 */
export async function saveProfile(db: Database, profile: Profile): Promise<ProfileFault | undefined> {
  const name = profile.name.trim().slice(0, longestProfileText)
  const role = profile.role.trim().slice(0, longestProfileText)
  if (name === '') return 'noName'
  return db.transaction('rw', db.profiles, db.drafts, async () => {
    const others = (await db.profiles.toArray()).filter(({ profileId }) => profileId !== profile.profileId)
    const isSame = (other: string) => other.localeCompare(name, 'es-CO', { sensitivity: 'base' }) === 0
    // Two people of one name could not be told apart on a card.
    if (others.some((other) => isSame(other.name))) return 'nameTaken'
    const before = await db.profiles.get(profile.profileId)
    await db.profiles.put({ profileId: profile.profileId, name, role })
    if (before !== undefined && before.name !== name) {
      await db.drafts.filter(({ enumerator }) => enumerator === before.name).modify({ enumerator: name })
    }
    return undefined
  })
}

/** The drafts stay, with the name that they carry. */
export async function removeProfile(db: Database, profileId: string): Promise<void> {
  await db.transaction('rw', db.profiles, db.device, async () => {
    await db.profiles.delete(profileId)
    if ((await readFact(db, 'activeProfile'))?.profileId === profileId) await leaveProfile(db)
  })
}
