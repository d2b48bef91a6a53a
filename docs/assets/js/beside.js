/* Zones side by side. Which zones is in the address (?z=a&z=b); their data come as scripts, which a page opened from
   disk can load too. Texts of the sources are put in as text, never as markup. */
(() => {
  const holder = document.getElementById("beside")
  const { most, root } = holder.dataset
  const MOST = Number(most)
  const data = `${root}download/side-by-side/`
  const page = location.protocol === "file:" ? "index.html" : ""     // a folder's address shows a list on a disk
  const zones = new Map()                                            // data that have arrived, by slug
  let known = null                                                   // [slug, name, province, other names] of all zones

  window.besideZone = zone => zones.set(zone.slug, zone)
  window.besideZones = list => { known = list }

  const loading = new Map()
  const script = path => {
    if (!loading.has(path)) loading.set(path, new Promise((done, failed) => {
      const element = Object.assign(document.createElement("script"), { src: new URL(path, location) })
      element.addEventListener("load", done)
      element.addEventListener("error", () => { loading.delete(path); failed(new Error(path)) })
      document.head.append(element)
    }))
    return loading.get(path)
  }

  const made = (name, given = {}, ...children) => {
    const { role, data = {}, ...properties } = given
    const element = Object.assign(document.createElement(name), properties)
    if (role) element.setAttribute("role", role)
    Object.assign(element.dataset, data)
    element.append(...children.filter(child => child !== "" && child != null))
    return element
  }

  const address = (path, id = "") => `${root}${path}/${page}${id ? `#${id}` : ""}`
  const proof = (zone, id, text, className = "") =>
    made("a", { href: address(`zones/${zone.slug}`, id), className }, text)

  /* ---- The choice, as the address has it ---- */

  const chosen = () => [...new Set(new URL(location).searchParams.getAll("z"))]
    .filter(slug => /^[a-z0-9-]{1,90}$/.test(slug)).slice(0, MOST)

  const choose = slugs => {
    const there = new URL(location)
    there.searchParams.delete("z")
    for (const slug of slugs) there.searchParams.append("z", slug)
    history.pushState(null, "", there)
    show()
  }

  /* ---- The form ---- */

  const field = made("input", { id: "beside-zone", type: "text", autocomplete: "off", placeholder: "名称或拼音" })
  field.setAttribute("list", "beside-zones")
  const options = made("datalist", { id: "beside-zones" })
  const told = made("output")
  const picked = made("ul", { className: "beside-picked" })
  const form = made("form", { className: "filter beside-form" },
    made("span", {}, made("label", { htmlFor: "beside-zone" }, "加一个园区"), field, options),
    made("button", { type: "submit" }, "加入"), told)
  const table = made("div", { className: "beside-table" })
  holder.append(form, picked, table)

  const listed = () => script(`${data}index.js`).then(() => {
    if (options.children.length) return
    options.append(...known.map(([slug, name, province, others]) =>
      made("option", { value: name, label: [name, province, slug, others].filter(Boolean).join(" · ") })))
  })

  const found = text => {
    const wanted = text.trim().toLowerCase()
    if (!wanted) return []
    const exact = known.filter(([slug, name, , others]) =>
      name === text.trim() || slug === wanted || others.split("、").includes(text.trim()))
    if (exact.length) return exact.slice(0, 1)
    const plain = wanted.replace(/[\s-]/g, "")
    return known.filter(([slug, name, , others]) =>
      name.includes(wanted) || others.includes(wanted) || slug.replaceAll("-", "").includes(plain))
  }

  const add = text => listed().then(() => {
    const hits = found(text)
    const already = chosen()
    if (!hits.length) { told.value = text.trim() ? `没有找到“${text.trim()}”` : ""; return }
    if (hits.length > 1) { told.value = `不止一个：${hits.slice(0, 4).map(hit => hit[1]).join("、")}${hits.length > 4 ? "……" : ""}`; return }
    if (already.includes(hits[0][0])) { told.value = `${hits[0][1]}已经在了`; return }
    if (already.length >= MOST) { told.value = `最多 ${MOST} 个，请先移去一个`; return }
    field.value = ""
    told.value = ""
    choose([...already, hits[0][0]])
    field.focus()
  }, () => { told.value = "园区名单没有读到，请稍后再试" })

  form.addEventListener("submit", event => { event.preventDefault(); add(field.value) })
  field.addEventListener("focus", () => listed().catch(() => {}), { once: true })
  field.addEventListener("input", () => {
    const typed = field.value
    listed().then(() => {
      if (field.value === typed && known.some(([, name]) => name === typed)) add(typed)    // picked from the list
    }, () => {})
  })

  const drawPicked = slugs => picked.replaceChildren(...slugs.map(slug => {
    const name = zones.get(slug)?.name ?? slug
    const remove = made("button", { type: "button", ariaLabel: `移去${name}` }, "移去")
    remove.addEventListener("click", () => { choose(slugs.filter(other => other !== slug)); field.focus() })
    return made("li", {}, zones.has(slug) ? proof(zones.get(slug), "", name) : `${name}：没有这个园区`, " ", remove)
  }))

  /* ---- Which figures stand beside each other ---- */

  /* Of each zone its reading of the latest time that all of them report alike; else the one that stands for the zone. */
  const aligned = groups => {
    const terms = reading => `${reading.period} ${reading.target} ${reading.scopes}`
    const common = groups.map(group => new Set(group.filter(reading => reading.period).map(terms)))
      .reduce((left, right) => new Set([...left].filter(term => right.has(term))))
    const latest = [...common].filter(term => term.includes(" false ")).sort().pop() ?? [...common].sort().pop()
    return groups.map(group => group.find(reading => terms(reading) === latest)
      ?? group.find(reading => reading.best) ?? group[0])
  }

  const differs = (readings, of) => new Set(readings.map(of)).size > 1

  const warnings = (readings, whose) => {
    const words = []
    if (readings.some(reading => !reading.period)) words.push("有的未注明时间")
    if (differs(readings.filter(reading => reading.period), reading => reading.period)) words.push("时间不同")
    if (differs(readings, reading => reading.target)) words.push("实际与目标并列")
    if (differs(readings, reading => reading.exact)) words.push("确数与约数并列")
    if (differs(readings, reading => reading.scopes))
      words.push(`口径不同（${[...new Set(readings.map(reading => reading.scopes || "未限定"))].join("、")}）`)
    const merged = whose.filter(zone => zone.district)
    if (merged.length && merged.length < whose.length)
      words.push(`区域范围可能不同（${merged.map(zone => `${zone.name}与${zone.district}合署`).join("、")}）`)
    return words
  }

  /* ---- The table ---- */

  const head = (text, ...more) => made("th", { scope: "row", role: "rowheader" }, made("span", {}, text), ...more)
  const none = () => made("span", { className: "none", ariaLabel: "无" }, "—")
  const line = (first, cells, className = "") =>
    made("tr", { role: "row", className }, first, ...cells.map(cell => made("td", { role: "cell" }, cell ?? none())))

  const figureCell = (zone, reading, unit, share) => {
    const beside = [reading.when || "时间未注明", reading.target ? "目标" : "", reading.change].filter(Boolean).join(" · ")
    const cell = made("span", { className: "beside-figure" }, proof(zone, reading.id, reading.text, "num"))
    if (!reading.text.includes(unit)) cell.append(made("span", { className: "when" }, `合 ${reading.value} ${unit}`))
    cell.append(made("span", { className: "when" }, beside))
    if (share !== null) {
      const bar = made("span", { className: "beside-bar" })
      bar.style.setProperty("--share", `${share * 100}%`)
      cell.append(bar)
    }
    return cell
  }

  const figureLines = shown => {
    const byKey = new Map()
    shown.forEach((zone, place) => zone.figures.forEach(entry => {
      const key = entry.page
      if (!byKey.has(key)) byKey.set(key, { entry, at: [] })
      byKey.get(key).at[place] = entry.readings
    }))
    const shared = [...byKey.values()].filter(({ at }) => at.filter(Boolean).length > 1)
    return shared.map(({ entry, at }) => {
      const places = shown.map((zone, place) => place).filter(place => at[place])
      const readings = aligned(places.map(place => at[place]))
      const words = warnings(readings, places.map(place => shown[place]))
      const largest = Math.max(...readings.map(reading => reading.size))
      const cells = shown.map(() => null)
      places.forEach((place, n) => {
        const share = words.length || !(largest > 0) ? null : Math.max(0, readings[n].size / largest)
        cells[place] = figureCell(shown[place], readings[n], entry.unit, share)
      })
      const name = made("a", { href: address(entry.page) }, entry.name)
      const warned = words.length ? made("span", { className: "beside-warning" }, words.join("；")) : ""
      const said = [...new Set(readings.map(reading => reading.said))]
      const beside = said.length > 1 ? made("span", { className: "beside-said" }, `原文作：${said.join("、")}`) : ""
      return { topic: entry.topic, row: line(head(name, warned, beside), cells) }
    })
  }

  /* Names that two or more of the zones have; where `among`, a zone itself counts as its own. */
  const sharedLines = (shown, field, also = () => false) => {
    const names = new Map()
    shown.forEach((zone, place) => zone[field].forEach(([name, beside, id]) => {
      if (!names.has(name)) names.set(name, shown.map(() => []))
      names.get(name)[place].push([beside, id])
    }))
    return [...names].filter(([name, at]) => at.filter(cell => cell.length).length > 1 || also(name)).map(([name, at]) =>
      line(head(name), at.map((cell, place) => cell.length && made("span", {},
        ...cell.flatMap(([beside, id], n) => [n ? "、" : "", proof(shown[place], id, beside || "有")]))).map(cell => cell || null)))
  }

  const links = (zone, entries, textOf, between = "、") => entries.length
    ? made("span", {}, ...entries.slice(0, 8).flatMap((entry, n) => [n ? between : "", proof(zone, entry.at(-1), textOf(entry))]),
      entries.length > 8 ? ` 等 ${entries.length} 项` : "")
    : null

  const ownLines = (shown, field) => {
    const counts = new Map()
    shown.forEach(zone => new Set(zone[field].map(([name]) => name)).forEach(name => counts.set(name, (counts.get(name) || 0) + 1)))
    const rest = shown.map(zone => zone[field].filter(([name], n, all) =>
      counts.get(name) === 1 && all.findIndex(other => other[0] === name) === n))
    return rest.some(entries => entries.length)
      ? [line(head("各自还有"), shown.map((zone, n) => links(zone, rest[n], ([name]) => name)), "beside-own")] : []
  }

  const group = (title, rows, shown) => rows.length
    ? [made("tbody", { role: "rowgroup" }, made("tr", { role: "row", className: "beside-group" },
      Object.assign(made("th", { scope: "rowgroup", role: "rowheader" }, title), { colSpan: shown.length + 1 })), ...rows)]
    : []

  const drawTable = shown => {
    const figures = figureLines(shown)
    const topics = [...new Set(figures.map(entry => entry.topic))]
    const names = new Set(shown.map(zone => zone.name))
    const told = new Set(shown.flatMap(zone => zone.about.map(([label]) => label)))
    const about = holder.dataset.about.split(" ").filter(label => told.has(label)).map(label => line(head(label), shown.map(zone => {
      const entry = zone.about.find(([name]) => name === label)
      return entry ? proof(zone, entry[2], entry[1]) : null
    })))
    about.push(line(head("事实"), shown.map(zone => `${zone.facts} 条${zone.until ? `，截至 ${zone.until}` : ""}`)))
    const others = shown.some(zone => zone.others.length)
      ? [line(head("各自还有"), shown.map(zone => links(zone, zone.others, ([name, text, when]) =>
        `${name} ${text}${when ? `（${when}）` : ""}`, "")), "beside-own beside-list")] : []
    const caption = made("caption", {}, `${shown.map(zone => zone.name).join("、")}并排比较`)
    const heads = shown.map(zone => made("th", { scope: "col", role: "columnheader" }, proof(zone, "", zone.name)))
    const whole = made("table", { role: "table", className: "beside-all" }, caption,
      made("thead", { role: "rowgroup" }, made("tr", { role: "row" }, made("td", { role: "cell" }), ...heads)),
      ...group("园区", about, shown),
      ...topics.flatMap(topic => group(topic, figures.filter(entry => entry.topic === topic).map(entry => entry.row), shown)),
      ...group(topics.length ? "其他数字" : "数字", others, shown),
      ...group("产业", [...sharedLines(shown, "industries"), ...ownLines(shown, "industries")], shown),
      ...group("合作方", [...sharedLines(shown, "partners", name => names.has(name)),
        ...ownLines(shown.map(zone => ({ ...zone, partners: zone.partners.filter(([name]) => !names.has(name)) })), "partners")], shown),
      ...group("荣誉与位次", [...sharedLines(shown, "honours"), ...ownLines(shown, "honours")], shown))
    whole.style.setProperty("--zones", shown.length)
    table.replaceChildren(whole)
  }

  /* ---- All together ---- */

  let round = 0
  const show = async () => {
    const mine = ++round
    const slugs = chosen()
    await Promise.allSettled(slugs.map(slug => zones.has(slug) || script(`${data}zones/${slug}.js`)))
    if (mine !== round) return                   // another choice was made meanwhile
    drawPicked(slugs)
    const shown = slugs.map(slug => zones.get(slug)).filter(Boolean)
    field.disabled = slugs.length >= MOST
    if (shown.length > 1) drawTable(shown)
    else table.replaceChildren(made("p", { className: "stand" }, shown.length ? "再选一个园区，就可以比较。" : "还没有选园区。"))
    document.title = document.title.replace(/^[^-]*?(?= - |$)/, shown.length > 1 ? shown.map(zone => zone.name).join("、") + "：并排比较" : "并排比较")
  }

  addEventListener("popstate", show)
  if (chosen().length) holder.style.minHeight = "150vh"      // the table's place, so that nothing jumps when it comes
  show().then(() => { holder.style.minHeight = "" })
})()
