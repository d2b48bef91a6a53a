/* Filters above a table that names columns to filter by (data-filter="省份 级别 产业"): one choice a column, all of them
   together, kept in the address. Without this the whole table shows. */
for (const holder of document.querySelectorAll(".table[data-filter]")) {
  const table = holder.querySelector("table")
  const heads = [...table.tHead.rows[0].cells].map(head => head.textContent.trim())
  const rows = [...table.tBodies[0].rows]
  const wanted = new URL(location).searchParams

  /* What a cell says: all that a shortened list holds, else its text; of a level its rank; nothing where it has a dash. */
  const RANK = /^(国家级|省级|市级|自治区级).*/
  const values = (row, column) => {
    const cell = row.cells[column]
    const text = cell.querySelector("[data-values]")?.dataset.values ?? cell.textContent
    return text.split("、").map(value => value.trim().replace(RANK, "$1")).filter(value => value && value !== "—")
  }

  const made = (name, given, ...children) => {
    const element = Object.assign(document.createElement(name), given)
    element.append(...children)
    return element
  }

  const choices = holder.dataset.filter.split(" ").map(name => {
    const column = heads.indexOf(name)
    const counts = new Map()
    for (const row of rows) for (const value of values(row, column)) counts.set(value, (counts.get(value) || 0) + 1)
    const sorted = [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b, "zh"))
    const options = sorted.map(([value, count]) => made("option", { value }, `${value}（${count}）`))
    const select = made("select", { name, id: `filter-${name}` }, made("option", { value: "" }, "全部"), ...options)
    select.value = counts.has(wanted.get(name)) ? wanted.get(name) : ""
    return { name, column, select }
  })

  const told = made("output")
  const apply = () => {
    let left = 0
    for (const row of rows) {
      row.hidden = !choices.every(({ column, select }) => !select.value || values(row, column).includes(select.value))
      left += !row.hidden
    }
    told.value = left === rows.length ? `共 ${rows.length} 个` : `${left} / ${rows.length} 个`
  }

  const remember = () => {
    const address = new URL(location)
    for (const { name, select } of choices)
      select.value ? address.searchParams.set(name, select.value) : address.searchParams.delete(name)
    history.replaceState(history.state, "", address)
  }

  const fields = choices.map(({ name, select }) => made("span", {}, made("label", { htmlFor: select.id }, name), select))
  const form = made("form", { className: "filter" }, ...fields, made("button", { type: "reset" }, "清除"), told)
  form.addEventListener("submit", event => event.preventDefault())
  form.addEventListener("change", () => { apply(); remember() })
  form.addEventListener("reset", event => {
    event.preventDefault()                // it would go back to what the address asked for
    for (const { select } of choices) select.value = ""
    apply()
    remember()
  })
  holder.previousElementSibling.append(form)    // the place that the page keeps for it
  apply()
}
