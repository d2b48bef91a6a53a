/* Boxes before the zones of a list: two to four that are ticked can be seen side by side, which needs scripts too. */
(() => {
  const MOST = 4
  const holder = document.querySelector(".table.pickable")
  const told = Object.assign(document.createElement("output"), { value: "勾选两到四个园区，可以并排比较" })
  const button = Object.assign(document.createElement("button"), { type: "submit", textContent: "并排比较" })
  const form = document.createElement("form")
  form.className = "pick-bar"
  form.append(told, button)
  const said = told.value

  /* A zone's address ends in its folder, on a disk in that folder's index.html. */
  const slug = link => new URL(link.href).pathname.replace(/index\.html$/, "").split("/").at(-2)

  const boxes = [...holder.querySelectorAll("tbody tr")].map(row => {
    const link = row.cells[0].querySelector("a")
    const box = Object.assign(document.createElement("input"),
      { type: "checkbox", className: "pick", value: slug(link), ariaLabel: `选${link.textContent}并排比较` })
    link.before(box)
    return box
  })

  const ticked = () => boxes.filter(box => box.checked)

  const count = () => {
    const chosen = ticked().length
    for (const box of boxes) box.disabled = !box.checked && chosen >= MOST
    button.disabled = chosen < 2
    told.value = chosen ? `已选 ${chosen} 个${chosen >= MOST ? "，最多这些" : chosen < 2 ? "，再选一个" : ""}` : said
  }

  form.addEventListener("submit", event => {
    event.preventDefault()
    const there = new URL(`${holder.dataset.root}compare/side-by-side/${location.protocol === "file:" ? "index.html" : ""}`, location)
    for (const box of ticked()) there.searchParams.append("z", box.value)
    location.assign(there)
  })
  for (const box of boxes) box.addEventListener("change", count)
  addEventListener("pageshow", count)          // a browser that goes back keeps the ticks
  holder.after(form)
  count()
})()
