/* Puts into the page what was found: words alone, never markup. */

/** An element with its attributes and what it holds. */
export const element = (name, attributes = {}, ...inside) => {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...inside)
  return made
}

/** The lines of a result: its title, the section, a piece of it with the words marked, who has reviewed it. */
export const linesOf = ({ title, section, parts, state }) => {
  const lines = [element("span", { class: "search-result__title" }, title)]
  if (section && section !== title) lines.push(element("span", { class: "search-result__section" }, section))
  const pieces = parts.map(([text, isMarked]) => (isMarked ? element("mark", {}, text) : text))
  if (pieces.length) lines.push(element("span", { class: "search-result__text" }, ...pieces))
  if (state) lines.push(element("span", { class: "search-result__state" }, state))
  return lines.flatMap((line) => [line, " "])
}

/** Whom to call, above all that was found; nothing where a question does not ask for it. */
export const showCrisis = (place, contacts) => {
  place.replaceChildren()
  place.hidden = !contacts.length
  if (!contacts.length) return
  place.append(element("p", { class: "site-search__help" }, element("strong", {}, "You can talk to someone now.")))
  const link = ([address, words]) => element("a", { href: address, referrerpolicy: "no-referrer", rel: "noopener noreferrer" }, words)
  const list = element("ul")
  for (const { name, region, hours, ways } of contacts.filter(({ name }) => name)) {
    const line = element("li", {}, element("span", {}, `${name} (${region}${hours ? `, ${hours}` : ""})`), " ")
    line.append(...ways.flatMap((way) => [link(way), " "]))
    list.append(line)
  }
  const emergency = element("li", {}, element("span", {}, "In an emergency"), " ")
  for (const { region, ways } of contacts.filter(({ name }) => !name)) {
    emergency.append(element("span", {}, ...ways.flatMap((way) => [link(way), " "]), `(${region})`), " ")
  }
  if (emergency.querySelector("a")) list.append(emergency)
  place.append(list)
}

/** What the question was taken for, and the way back to what was typed. */
export const showMeant = (place, typed, meant, searchAsTyped) => {
  place.replaceChildren()
  place.hidden = !meant
  if (!meant) return
  const back = element("button", { type: "button" }, `Search for “${typed}” as typed`)
  back.addEventListener("click", searchAsTyped)
  place.append(element("p", {}, "Did you mean ", element("strong", {}, meant), "? These pages are for that."), back)
}

/** What a screen reader is told, and what stands over the results. */
export const told = ({ crisis, number, question }) => {
  const some = number === 1 ? "1 page found." : `${number} pages found.`
  const found = number ? some : `Nothing found for “${question}”. These answers are here:`
  if (!crisis) return found
  return number ? `Numbers to call now are shown first. ${found}` : "Numbers to call now are shown."
}
