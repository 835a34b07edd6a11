/** Lets a menu close when something in it was chosen, by Escape, and by a press elsewhere. */
export function closeMenus(): void {
  const menus = document.querySelectorAll<HTMLDetailsElement>(".menu");
  addEventListener("click", ({ target }) => {
    for (const menu of menus) {
      if (!menu.contains(target as Node) || (target as Element).closest("button, a")) {
        menu.open = false;
      }
    }
  });
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape") { for (const menu of menus) menu.open = false; }
  });
}
