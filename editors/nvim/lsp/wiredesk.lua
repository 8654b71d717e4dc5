-- How Neovim starts Wiredesk: the configuration that vim.lsp.enable('wiredesk') takes up.

---@brief
---
--- Wiredesk, a language server for news dispatches. It marks what a wire editor would
--- stop at (an open quotation, a ticker left in the copy, a section without copy), offers
--- the mend, and shows the dispatch by lead, sections and sign-off.
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

---@type vim.lsp.Config
return {
  cmd = { 'wiredesk' },
  filetypes = { 'dispatch' },
  root_markers = { '.git' },
  init_options = { typing = { hold = true } },
}
