/* Filters over the whole timeline, kept in the address. Without this the list shows, split by year where it is long.
   The events come as scripts, which a page opened from disk can load too, and only once a filter is set. */
(() => {
  const holder = document.getElementById("timeline-filter")
  const plain = document.getElementById("timeline")
  const { root } = holder.dataset
  const data = `${root}download/timeline/`
  const page = location.protocol === "file:" ? "index.html" : ""     // a folder's address shows a list on a disk
  const STEP = 100                                                   // events shown at a time
  const UNDATED = "时间未注明"

  let index = null
  const pieces = []
  window.timelineIndex = given => { index = given }
  window.timelinePiece = (number, events) => { pieces[number] = events }

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
    const element = Object.assign(document.createElement(name), given)
    element.append(...children)
    return element
  }

  const NAMES = ["园区", "省份", "类型", "年份"]
  const told = made("output")
  const list = made("div", { className: "table chronicle-table dated", hidden: true })
  const fields = new Map(NAMES.map(name => [name, made("select", { name, id: `filter-${name}` }, made("option", { value: "" }, "全部"))]))
  const form = made("form", { className: "filter" },
    ...[...fields].map(([name, select]) => made("span", {}, made("label", { htmlFor: select.id }, name), select)),
    made("button", { type: "reset" }, "清除"), told)

  const fill = () => {
    const wanted = new URL(location).searchParams
    const provinces = [...new Set(index.zones.map(([, province]) => province).filter(Boolean))]
    const values = {
      园区: index.zones.map(([name]) => name), 省份: provinces,
      类型: index.kinds, 年份: index.years.map(year => year || UNDATED),
    }
    for (const [name, select] of fields) {
      const sorted = name === "年份" || name === "类型" ? values[name] : values[name].sort(new Intl.Collator("zh").compare)
      select.append(...sorted.map(value => made("option", { value }, value)))
      select.value = sorted.includes(wanted.get(name)) ? wanted.get(name) : ""
    }
  }

  const chosen = () => Object.fromEntries([...fields].map(([name, select]) => [name, select.value]))

  const words = date => {
    const [year, month, day] = date.split("-").map(Number)
    return date ? `${year}年${month ? `${month}月` : ""}${day ? `${day}日` : ""}` : "—"
  }

  const zoneLink = ([, , path, anchor], id = "") => root + path + page + (id || anchor ? `#${id || anchor}` : "")

  const row = ([date, text, kind, place, id]) => {
    const zone = index.zones[place]
    return made("tr", {}, made("td", {}, words(date)), made("td", {}, made("a", { href: zoneLink(zone, id) }, text)),
      made("td", {}, kind), made("td", {}, made("a", { href: zoneLink(zone) }, zone[0])))
  }

  const draw = found => {
    const body = made("tbody")
    const more = made("button", { type: "button", className: "more" })
    const grow = () => {
      body.append(...found.slice(body.rows.length, body.rows.length + STEP).map(row))
      more.hidden = body.rows.length >= found.length
      more.textContent = `再显示 ${Math.min(STEP, found.length - body.rows.length)} 条`
    }
    more.addEventListener("click", grow)
    grow()
    const heads = ["时间", "事", "类型", "园区"].map(text => Object.assign(made("th", {}, text), { scope: "col" }))
    list.replaceChildren(made("table", {}, made("thead", {}, made("tr", {}, ...heads)), body), more)
  }

  let round = 0
  const apply = async () => {
    const mine = ++round
    const { 园区, 省份, 类型, 年份 } = chosen()
    const any = Boolean(园区 || 省份 || 类型 || 年份)
    list.hidden = !any
    plain.hidden = any
    told.value = ""
    if (!any) return
    const year = 年份 === UNDATED ? "" : 年份
    const needed = index.pieces.flatMap((years, number) => !年份 || years.includes(year) ? [number] : [])
    try {
      await Promise.all(needed.map(number => script(`${data}${number}.js`)))
    } catch {
      if (mine === round) told.value = "没有读到，请稍后再试"
      return
    }
    if (mine !== round) return                   // another choice was made meanwhile
    const found = needed.flatMap(number => pieces[number]).filter(([date, , kind, place]) => {
      const [name, province] = index.zones[place]
      return (!园区 || name === 园区) && (!省份 || province === 省份) && (!类型 || kind === 类型)
        && (!年份 || date.slice(0, 4) === year)
    })
    draw(found)
    told.value = `${found.length} 条`
  }

  const remember = () => {
    const there = new URL(location)
    for (const [name, value] of Object.entries(chosen())) value ? there.searchParams.set(name, value) : there.searchParams.delete(name)
    history.replaceState(history.state, "", there)
  }

  form.addEventListener("submit", event => event.preventDefault())
  form.addEventListener("change", () => { apply(); remember() })
  form.addEventListener("reset", event => {
    event.preventDefault()                       // it would go back to what the address asked for
    for (const select of fields.values()) select.value = ""
    apply()
    remember()
  })

  script(`${data}index.js`).then(() => {
    fill()
    holder.append(form)
    plain.before(list)
    apply()
  }, () => {})
})()
