-- How Neovim starts Wiredesk: the configuration that vim.lsp.enable('wiredesk') takes up.

---@brief
---
--- Wiredesk, a language server for news dispatches. It marks what a wire editor would
--- stop at (an open quotation, a ticker left in the copy, a weekday that does not fit
--- its date), offers the mend, and shows the dispatch by lead, sections and sign-off.
---
--- The `wiredesk` program must be on the path. Enable it in `init.lua`:
---
--- ```lua
--- vim.lsp.enable('wiredesk')
--- ```
---
--- `init_options` holds what concerns this editor alone:
---
--- - `typing.hold` (boolean, default `true`): a finding that says something is missing
---   waits while its paragraph is being typed, until Enter, an edit elsewhere, a save, or
---   a second's rest. `false` shows it with the keystroke.
---
--- House style is not set here: it stands in `wiredesk.toml`, the nearest one upwards from
--- the dispatch, so that the whole desk shares it.

---@type vim.lsp.Config
return {
  cmd = { 'wiredesk' },
  filetypes = { 'dispatch' },
  -- In order of preference: a house file marks the desk's folder even inside a repository.
  root_markers = { 'wiredesk.toml', '.git' },
  init_options = { typing = { hold = true } },
}
