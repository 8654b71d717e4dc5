-- The commands of a dispatch's buffer: what the server can do for a story and no key of
-- Neovim's asks for.

local M = {}

-- Has the server that reads this buffer run one of its own commands.
---@param command string
---@param argument any
local function run(command, argument)
  local client = vim.lsp.get_clients({ bufnr = 0, name = 'wiredesk' })[1]
  if not client then
    vim.notify('Wiredesk does not read this buffer; see :checkhealth wiredesk', vim.log.levels.WARN)
    return
  end
  client:exec_cmd({ title = command, command = command, arguments = { argument } }, { bufnr = 0 })
end

-- The rules that object in this buffer or, of it, where `is_meant` says so; each once.
---@param is_meant? fun(finding: vim.Diagnostic): boolean
---@return string[]
local function rules(is_meant)
  local names = {}
  for _, finding in ipairs(vim.diagnostic.get(0)) do
    local is_ours = finding.source == 'wiredesk' and type(finding.code) == 'string'
    if is_ours and (not is_meant or is_meant(finding)) then
      table.insert(names, finding.code)
    end
  end
  return vim.fn.uniq(vim.fn.sort(names))
end

-- The rule that objects under the cursor, else one that objects in its line.
---@return string?
local function rule_here()
  local line, column = unpack(vim.api.nvim_win_get_cursor(0))
  line = line - 1
  local function is_in_line(finding)
    return finding.lnum <= line and line <= finding.end_lnum
  end
  local function is_under_cursor(finding)
    local begins = finding.lnum < line or finding.col <= column
    local ends = finding.end_lnum > line or finding.end_col > column
    return is_in_line(finding) and begins and ends
  end
  return rules(is_under_cursor)[1] or rules(is_in_line)[1]
end

local function ready()
  run('wiredesk.readyToFile', vim.uri_from_bufnr(0))
end

local function sources()
  run('wiredesk.sourcing', vim.uri_from_bufnr(0))
end

-- Holds the story against another buffer: a transcript or a release, which the server then reads too. Without a name,
-- against that of last time or the only other one that the server reads.
---@param asked string
---@param stop boolean
local function tape(asked, stop)
  local uri = vim.uri_from_bufnr(0)
  if stop then
    return run('wiredesk.againstTape', { uri = uri, stop = true })
  end
  if asked == '' then
    return run('wiredesk.againstTape', { uri = uri })
  end
  local buffer = vim.fn.bufnr(asked)
  if buffer < 0 then
    vim.notify(('No buffer is called %s: open the transcript first'):format(asked), vim.log.levels.WARN)
    return
  end
  vim.fn.bufload(buffer)
  local client = vim.lsp.get_clients({ bufnr = 0, name = 'wiredesk' })[1]
  if client and not vim.lsp.buf_is_attached(buffer, client.id) then
    vim.lsp.buf_attach_client(buffer, client.id)
  end
  run('wiredesk.againstTape', { uri = uri, tape = vim.uri_from_bufnr(buffer) })
end

---@param asked string
local function cut(asked)
  local words = tonumber(asked)
  if asked ~= '' and (not words or words % 1 ~= 0 or words < 0) then
    vim.notify('A whole number of words, such as :WiredeskCut 600', vim.log.levels.WARN)
    return
  end
  run('wiredesk.cut', { uri = vim.uri_from_bufnr(0), words = words })
end

local function fix_all()
  vim.lsp.buf.code_action({
    apply = true,
    context = { only = { 'source.fixAll.wiredesk' }, diagnostics = {} },
  })
end

---@param asked string
local function explain(asked)
  local rule = asked ~= '' and asked or rule_here()
  if rule then
    run('wiredesk.explain', rule)
  else
    vim.notify('No rule objects to this line; name one to have it explained', vim.log.levels.INFO)
  end
end

-- Gives them to the current buffer, and takes them back when its filetype changes.
function M.add()
  local command = vim.api.nvim_buf_create_user_command
  command(0, 'WiredeskReady', ready, { desc = 'Check whether this story is ready to file' })
  command(0, 'WiredeskSources', sources, { desc = 'Show who this story has what it says from' })
  command(0, 'WiredeskTape', function(call)
    tape(call.args, call.bang)
  end, {
    desc = 'Mark the quotations that are not verbatim in another buffer; with a bang, no longer',
    nargs = '?',
    bang = true,
    complete = 'buffer',
  })
  command(0, 'WiredeskCut', function(call)
    cut(call.args)
  end, {
    desc = 'Show where to cut this story to so many words, else to as many as the house allows',
    nargs = '?',
  })
  command(0, 'WiredeskFixAll', fix_all, { desc = 'Make all safe fixes' })
  command(0, 'WiredeskExplain', function(call)
    explain(call.args)
  end, {
    desc = 'Show the page of a rule: the one named, else the one that objects here',
    nargs = '?',
    complete = function(lead)
      return vim.tbl_filter(function(name)
        return vim.startswith(name, lead)
      end, rules())
    end,
  })
  for _, name in ipairs({ 'Ready', 'Sources', 'Tape', 'Cut', 'FixAll', 'Explain' }) do
    name = 'Wiredesk' .. name
    vim.b.undo_ftplugin = ('%s | silent! delcommand -buffer %s'):format(vim.b.undo_ftplugin, name)
  end
end

return M
