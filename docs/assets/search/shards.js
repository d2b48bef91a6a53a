/* The index of a large archive, in pieces (generator/site/shards.py). The pages on which all the characters of a query stand
   side by side are known from `keys/`; the most promising of them are loaded, and only those that hold the words count.
   Of further ones, where the keys have proved right, the names are shown (`titles/`). */
var searchShards = (index, get, { prepared, holds, parted, spellings }) => {
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
  const VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]))
  const LEVELS = 4
  const DIVIDES = /[\s、。;:!?《》“”"(),·]/u
  const AT_ONCE = 4, ENOUGH = 20          // pages that are loaded together, and at most
  const LIMIT = 50_000                    // characters of pages after which no more are loaded
  const LISTED = 100                      // further pages that are shown by their names alone
  const RIGHT = 0.9                       // the share of loaded pages that must hold the words for others to be shown
  const MEANINGS = 5                      // texts that letters may stand for, those that most names say

  const pieces = new Map()
  const piece = name => {
    if (!pieces.has(name)) pieces.set(name, get(name).catch(error => { pieces.delete(name); throw error }))
    return pieces.get(name)
  }

  const bucket = (key, count) => {
    let value = 0x811c9dc5
    for (let at = 0; at < key.length; at++) value = Math.imul(value ^ key.charCodeAt(at), 0x01000193) >>> 0
    return value % count
  }
  const entry = async (folder, key) => (await piece(`${folder}/${bucket(key, index[folder])}`))[key]

  /* ---- Pages that a word may stand on ---- */

  /* How a key stands on pages, by their numbers. */
  const decoded = text => {
    const found = new Map()
    let page = 0, value = 0, scale = 1
    for (const character of text || "") {
      const digit = VALUES.get(character)
      value += (digit & 31) * scale
      scale *= 32
      if (digit >= 32) continue
      page += Math.floor(value / LEVELS)
      found.set(page, value % LEVELS)
      value = 0
      scale = 1
    }
    return found
  }

  const keysOf = string => {
    const characters = [...string]
    const keys = characters.length > 1 ? characters.slice(1).map((one, at) => characters[at] + one) : characters
    return [...new Set(keys)].filter(key => !DIVIDES.test(key))
  }

  /* The pages of all these, with what `level` makes of how each has them. */
  const shared = (maps, level) => {
    const [least, ...others] = [...maps].sort((a, b) => a.size - b.size)
    const found = new Map()
    for (const [page, own] of least || [])
      if (others.every(other => other.has(page))) found.set(page, others.reduce((sum, other) => level(sum, other.get(page)), own))
    return found
  }

  const ofString = async string =>
    shared(await Promise.all(keysOf(string).map(async key => decoded(await entry("keys", key)))), Math.min)

  const ofWord = async word => {
    const found = new Map()
    for (const pages of await Promise.all(word.map(ofString)))
      for (const [page, level] of pages) found.set(page, Math.max(level, found.get(page) || 0))
    return found
  }

  const holding = async words => {
    const levels = shared(await Promise.all(words.map(ofWord)), (a, b) => a + b)
    const candidates = [...levels].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([page]) => page)
    const found = []
    let tried = 0, read = 0
    while (tried < candidates.length && found.length < ENOUGH && read < LIMIT) {
      const next = candidates.slice(tried, tried += AT_ONCE)
      const loaded = (await Promise.all(next.map(page => piece(`pages/${page}`)))).map(page => page.all ? page : prepared(page))
      read += loaded.reduce((sum, page) => sum + page.all.length, 0)
      found.push(...loaded.filter(page => holds(page, words)))
    }
    const left = found.length >= RIGHT * tried ? candidates.slice(tried, tried + LISTED) : []
    const listed = await Promise.all(left.map(titled))
    return { pages: found, listed, more: Math.max(0, candidates.length - tried - listed.length), path: index.path }
  }

  const titled = async page => (await piece(`titles/${Math.floor(page / index.titles)}`)).pages[page % index.titles]

  /* ---- What letters may spell ---- */

  const syllables = new Set(index.syllables.split(" "))

  /* The keys of names in which the letters may begin: two initials, or one whole syllable. */
  const beginnings = letters => {
    const keys = syllables.has(letters) ? [`=${letters}`] : []
    for (let end = 1; end < letters.length; end++)
      if (end === 1 || syllables.has(letters.slice(0, end))) keys.push(letters[0] + letters[end])
    return [...new Set(keys)]
  }

  /* The texts that are spelled by most names; a text weighs what all names that begin with it weigh. */
  const meant = async word => {
    const letters = word.replaceAll("'", "")
    if (!/^[a-z]{2,40}$/.test(letters)) return []
    const weights = new Map()
    for (const names of await Promise.all(beginnings(letters).map(key => entry("sounds", key))))
      for (const [text, pinyin, weight] of names || []) {
        const name = parted([text, pinyin])
        for (const spelling of spellings(word, [name]))
          if (text.startsWith(spelling)) weights.set(spelling, weight + (weights.get(spelling) || 0))
      }
    return [...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MEANINGS).map(([text]) => text)
  }

  return { holding, spellings: meant }
}
