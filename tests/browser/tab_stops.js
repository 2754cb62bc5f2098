/* What the Tab key should stop at in this page, and where it is. Evaluated before the first press of the key. */
() => {
  const KINDS = "a[href], area[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]"
  const REGIONS = "header, nav, aside, main, footer, [popover]"
  const LEAST_CONTRAST = 3 // of the ring with what it is drawn on (WCAG 1.4.11)

  const isStop = (element) =>
    element.tabIndex >= 0 &&
    !element.matches(":disabled") &&
    !element.closest("[inert]") &&
    element.checkVisibility({ visibilityProperty: true }) &&
    !isOtherRadio(element)

  // In a group of radio buttons the Tab key stops once: at the one that is chosen, or at the first.
  const isOtherRadio = (element) => {
    if (element.type !== "radio") return false
    const group = [...document.getElementsByName(element.name)].filter((other) => other.form === element.form)
    return element !== (group.find((other) => other.checked) ?? group[0])
  }

  // A label may stand for a box or button that is too small to see.
  const shapes = (stop) => {
    const label = stop.nextElementSibling?.matches("label") ? [stop.nextElementSibling] : []
    return [stop, ...label, ...(stop.labels ?? [])]
  }

  // The ring may be drawn round any of them, or round a whole search form.
  const around = (stop) => (stop.form ? [...shapes(stop), stop.form] : shapes(stop))

  const ring = (element) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element)
    const isDrawn = outlineStyle === "auto" || (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2)
    return { outline: isDrawn ? outlineColor : "", boxShadow }
  }

  const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true })
  const channels = (colour) => {
    pen.clearRect(0, 0, 1, 1)
    pen.fillStyle = colour
    pen.fillRect(0, 0, 1, 1)
    return [...pen.getImageData(0, 0, 1, 1).data]
  }

  // The relative luminance of WCAG 2.2.
  const luminance = (colour) => {
    const [red, green, blue] = channels(colour).map((part) => {
      const share = part / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }

  const paperUnder = (element) => {
    for (let part = element.parentElement; part; part = part.parentElement) {
      const colour = getComputedStyle(part).backgroundColor
      if (channels(colour)[3] === 255) return colour
    }
    return "Canvas"
  }

  const contrast = (...colours) => {
    const [dark, light] = colours.map(luminance).sort((one, other) => one - other)
    return (light + 0.05) / (dark + 0.05)
  }

  const stops = [...document.querySelectorAll(KINDS)].filter(isStop)
  const without = new Map(stops.map((stop) => [stop, around(stop).map(ring)]))

  const showsFocus = (stop) =>
    around(stop).some((element, index) => {
      const was = without.get(stop)?.[index] ?? { outline: "", boxShadow: "none" }
      const is = ring(element)
      if (is.outline && is.outline !== was.outline) return contrast(is.outline, paperUnder(element)) >= LEAST_CONTRAST
      return is.boxShadow !== "none" && is.boxShadow !== was.boxShadow
    })

  // Wholly so: neither the middle nor the corners of what lies within the screen can be seen.
  const isCovered = (stop) => {
    const isSeen = ([x, y]) => {
      const seen = document.elementFromPoint(x, y)
      return seen !== null && (seen.contains(stop) || shapes(stop).some((shape) => shape.contains(seen)))
    }
    const boxes = shapes(stop).flatMap((shape) => [...shape.getClientRects()])
    return !boxes.some((box) => {
      const [left, right] = [Math.max(box.left, 0) + 1, Math.min(box.right, innerWidth) - 1]
      const [top, bottom] = [Math.max(box.top, 0) + 1, Math.min(box.bottom, innerHeight) - 1]
      const middle = [(left + right) / 2, (top + bottom) / 2]
      const isOnScreen = left <= right && top <= bottom
      return isOnScreen && [middle, [left, top], [right, top], [left, bottom], [right, bottom]].some(isSeen)
    })
  }

  const name = (stop) => `${stop.cloneNode().outerHTML.slice(0, 140)} ${stop.textContent.trim().slice(0, 40)}`

  window.tabStops = {
    /* The element that has the focus; its number among the stops, or -1. Null where the page has given it up. */
    async here() {
      const stop = document.activeElement
      if (stop === document.body) return null
      // What follows the scrolling, like the list of pages, does so with the next frames.
      for (let frames = 2; isCovered(stop) && frames > 0; frames--) await new Promise(requestAnimationFrame)
      return {
        number: stops.indexOf(stop),
        name: name(stop),
        cameWithFocus: !without.has(stop) && stop.closest("[popover]") !== null,
        isShown: showsFocus(stop),
        isCovered: isCovered(stop),
      }
    },

    /* The stops that look the same with the focus. It is as if by key, if the last press was one. */
    unmarked() {
      const isUnmarked = (stop) => {
        stop.focus()
        return !showsFocus(stop)
      }
      return stops.filter(isUnmarked).map(name)
    },
  }

  return stops.map((stop) => {
    const { left, right, top, bottom } = stop.getClientRects()[0]
    const region = [...document.querySelectorAll(REGIONS)].indexOf(stop.closest(REGIONS))
    return { name: name(stop), region, left, right, top: top + scrollY, bottom: bottom + scrollY }
  })
}
