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
--- What a desk has agreed on stands in its house file, `wiredesk.toml`, which holds for all
--- stories below it. `settings.wiredesk` takes the same names for this editor alone and
--- wins over the house; what is not set there is as the house has it:
---
--- ```lua
--- vim.lsp.config('wiredesk', {
---   settings = {
---     wiredesk = {
---       typing = { hold = false }, -- findings come with the keystroke
---       rules = { ['near-repetition'] = 'off' },
---     },
---   },
--- })
--- ```
---
--- The inner table may stand in `init_options` as well; `settings` then replaces it whole.

---@type vim.lsp.Config
return {
  cmd = { 'wiredesk' },
  filetypes = { 'dispatch', 'toml.wiredesk' },
  root_markers = { 'wiredesk.toml', '.git' },
  on_attach = function(_, buffer)
    -- Neovim would have gq ask the server, which puts the form right and breaks no line.
    -- Breaking lines is what gq is for in copy; vim.lsp.buf.format() formats.
    if vim.bo[buffer].formatexpr == 'v:lua.vim.lsp.formatexpr()' then
      vim.bo[buffer].formatexpr = ''
    end
  end,
  handlers = {
    -- A command may have written a file that is open here: what was let stand, for one.
    ['workspace/executeCommand'] = function()
      vim.cmd.checktime()
    end,
  },
}
