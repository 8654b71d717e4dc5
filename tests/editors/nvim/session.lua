-- A sitting at the desk in a real Neovim: it opens a dispatch, reads the findings, the
-- outline, the folds and a card, follows and renames a person, mends a quotation, types a
-- paragraph, and leaves. A second sitting (house.lua) is about what a desk agrees on.
--
--   nvim -l session.lua NVIM SERVER FOLDER      (./run does this, in a fresh home)
--
-- This Neovim is the person (desk.lua). The second one, which is worked at, is set up by an
-- init.lua as the manual says. Functions given to desk.run and desk.sees run over there.

local here = vim.fs.dirname(vim.fs.abspath(arg[0]))
local desk = dofile(here .. '/desk.lua')
local press, sees = desk.press, desk.sees

local nvim, server, folder = arg[1], arg[2], arg[3]
local runtime = vim.fs.dirname(vim.fs.dirname(vim.fs.dirname(here))) .. '/editors/nvim'

-- The copy, and where things stand in it.
local copy = vim.fn.readfile(here .. '/harbour.dispatch')
local LEAD = 4
local FIRST_SUBHEAD, SECOND_SUBHEAD = 8, 13
local SPEECH = 5 -- begins with a quotation
local DAMAGED = 10
local BEFORE_TYPED = 15 -- the paragraph after it does not begin with a quotation
local SIGN_OFF = 17
local NAMING, LAST_NAMED = 6, 16 -- Mayor Tobias Renwick, and Renwick

local TICKER = { 2, 3, 'WARN', 'wiredesk', 'furniture-in-copy' }
local OPEN_QUOTATION = { DAMAGED, DAMAGED, 'ERROR', 'wiredesk', 'unclosed-quotation' }

-- A user's init.lua; on_exit is the test's.
local INIT = [[
vim.opt.runtimepath:prepend(%q)
vim.lsp.config('wiredesk', {
  cmd = { %q },
  on_exit = function(code, signal) _G.ended = { code = code, signal = signal } end,
})
vim.lsp.enable('wiredesk')
vim.o.textwidth = 30 -- from some other work; copy must not be broken by it
]]

local function cursor_line()
  return vim.fn.line('.')
end

-- The lines that are not as they were, and what they are now.
local function changes(before)
  local found = {}
  local now = vim.api.nvim_buf_get_lines(0, 0, -1, false)
  for line = 1, math.max(#before, #now) do
    if now[line] ~= before[line] then
      table.insert(found, { line, now[line] })
    end
  end
  return found
end

-- The findings that an editor must act on, in the order of the copy. A mark that ends
-- before the first character of a line does not reach into that line.
local function serious()
  local found = vim.diagnostic.get(0, { severity = { min = vim.diagnostic.severity.WARN } })
  table.sort(found, function(a, b)
    return a.lnum < b.lnum
  end)
  return vim.tbl_map(function(d)
    local last = d.end_col == 0 and d.end_lnum > d.lnum and d.end_lnum or d.end_lnum + 1
    return { d.lnum + 1, last, vim.diagnostic.severity[d.severity], d.source, d.code }
  end, found)
end

-- Keeps every set of findings, pushed or pulled, with the version of the copy it is about.
local function listen()
  _G.answers = {}
  local function keep(method, read)
    local handle = vim.lsp.handlers[method]
    vim.lsp.handlers[method] = function(err, result, ctx)
      local version, found = read(result or {}, ctx)
      local before = _G.answers[#_G.answers]
      local open = before and before.open or {}
      if found then -- a pull that answers "unchanged" has none
        open = {}
        for _, d in ipairs(found) do
          open[#open + 1] = d.code == 'unclosed-quotation' and d.range.start.line + 1 or nil
        end
      end
      if not err then
        table.insert(_G.answers, { version = version, open = open })
      end
      return handle(err, result, ctx)
    end
  end
  keep('textDocument/publishDiagnostics', function(params)
    return params.version, params.diagnostics
  end)
  keep('textDocument/diagnostic', function(reply, ctx)
    return ctx.version, reply.items
  end)
end

-- Whether the first answer about the copy as it now stands has an open quotation on the
-- line. Later answers (after a second's rest) are not what the keystroke brought.
local function first_answer(line)
  local now = vim.b.changedtick
  for _, answer in ipairs(_G.answers) do
    if answer.version and answer.version >= now then
      return vim.list_contains(answer.open, line) and 'shown' or 'held'
    end
  end
  return 'no answer yet'
end

local function open_quotation_on(line)
  return vim.iter(vim.diagnostic.get(0, { lnum = line - 1 })):any(function(d)
    return d.code == 'unclosed-quotation'
  end)
end

-- The sitting, part by part -----------------------------------------------------------

local function opening()
  local function client()
    local one = vim.lsp.get_clients({ bufnr = 0, name = 'wiredesk' })[1]
    return one and one.initialized
  end
  sees('a *.dispatch file is a dispatch', 'dispatch', function()
    return vim.bo.filetype
  end)
  local there = sees('the server is attached and initialised', true, client)
  desk.answer()
  desk.run(listen)
  return there
end

local function findings()
  local both = { TICKER, OPEN_QUOTATION }
  sees('one warning and one error, and no more', both, serious)
  local function marked(line, group)
    local start, stop = { line - 1, 0 }, { line - 1, -1 }
    local marks = vim.api.nvim_buf_get_extmarks(0, -1, start, stop, { details = true })
    return vim.iter(marks):any(function(mark)
      return mark[4].hl_group == group
    end)
  end
  local error = 'DiagnosticUnderlineError'
  sees('the open quotation is underlined as an error', true, marked, DAMAGED, error)
  sees('the ticker is faded', true, marked, TICKER[1], 'DiagnosticUnnecessary')
end

local function outline()
  local parts = {
    { 'Not copy: HBR 0.4100', 2 },
    { 'Lead', LEAD },
    { 'Top', LEAD + 1 },
    { "'Every stone'", FIRST_SUBHEAD },
    { 'Boats stay away', SECOND_SUBHEAD },
    { 'Sign-off burs-ab/cd', SIGN_OFF },
    { 'Not copy: L.Maro--ThHbT', SIGN_OFF + 1 },
  }
  sees('the outline is one dispatch and its parts', { parts }, function()
    local params = { textDocument = vim.lsp.util.make_text_document_params() }
    local replies = vim.lsp.buf_request_sync(0, 'textDocument/documentSymbol', params, 2000)
    local _, reply = next(replies or {})
    return vim.tbl_map(function(root)
      return vim.tbl_map(function(part)
        return { part.name, part.selectionRange.start.line + 1 }
      end, root.children or {})
    end, reply and reply.result or {})
  end)

  desk.run(function()
    vim.lsp.buf.document_symbol({
      on_list = function(list)
        vim.fn.setloclist(0, {}, ' ', list)
      end,
    })
  end)
  sees('the location list has the same under the root', parts, function()
    local below = vim.list_slice(vim.fn.getloclist(0), 2)
    return vim.tbl_map(function(entry)
      return { entry.text:gsub('^%[%w+%] ', ''), entry.lnum }
    end, below)
  end)
end

local function folds()
  desk.run(function()
    vim.wo.foldmethod = 'expr'
    vim.wo.foldexpr = 'v:lua.vim.lsp.foldexpr()'
  end)
  local function closed(line)
    vim.cmd('normal! zR')
    vim.api.nvim_win_set_cursor(0, { line, 0 })
    pcall(vim.cmd, 'normal! zc') -- an error as long as there is no fold
    return { vim.fn.foldclosed(line), vim.fn.foldclosedend(line) }
  end
  local section = { FIRST_SUBHEAD, SECOND_SUBHEAD - 1 }
  sees('a section is one fold, from its subhead down', section, closed, FIRST_SUBHEAD)
  desk.run(function()
    vim.wo.foldenable = false
  end)
end

local function tokens()
  local function told(line)
    local found = vim.lsp.semantic_tokens.get_at_pos(0, line - 1, 2) or {}
    return vim.tbl_map(function(token)
      return { token.type, vim.tbl_keys(token.modifiers) }
    end, found)
  end
  sees('a subhead is told as one', { { 'namespace', { 'subhead' } } }, told, FIRST_SUBHEAD)
  sees('the sign-off is told as no copy', { { 'comment', { 'sign-off' } } }, told, SIGN_OFF)
  sees('running copy is told as nothing', {}, told, LEAD)
  sees('direct speech is told as speech', { { 'string', { 'direct' } } }, told, SPEECH)
  local function coloured(line)
    vim.cmd('redraw!') -- colours come with the drawing
    local groups = {}
    for _, token in ipairs(vim.inspect_pos(0, line - 1, 2).semantic_tokens) do
      groups[token.opts.hl_group] = token.opts.hl_group_link
    end
    return groups['@lsp.typemod.namespace.subhead.dispatch']
  end
  sees('a subhead has the colour of headings', 'Title', coloured, FIRST_SUBHEAD)
end

-- Neovim 0.12 and newer select so by themselves, with `an`.
local function selection()
  if not vim.lsp.buf.selection_range then
    return
  end
  local function widened(line, column, steps)
    vim.cmd('normal! ' .. vim.keycode('<Esc>'))
    vim.api.nvim_win_set_cursor(0, { line, column })
    vim.lsp.buf.selection_range(steps)
    return vim.fn.getregion(vim.fn.getpos('v'), vim.fn.getpos('.'))
  end
  local said = copy[SPEECH]:match('^"(.-)"')
  local column = said:find('sea', 1, true)
  for step, words in ipairs({ 'sea', said, '"' .. said .. '"', copy[SPEECH] }) do
    local name = ('selected in step %d: %s'):format(step, words:sub(1, 20))
    sees(name, { words }, widened, SPEECH, column, step)
  end
  local top = vim.list_slice(copy, LEAD, FIRST_SUBHEAD - 1)
  sees('the next step selects the section', top, widened, SPEECH, column, 5)
  local story = vim.list_slice(copy, LEAD, SIGN_OFF)
  sees('the last but one the story', story, widened, SPEECH, column, 6)
  press('<Esc>')
end

-- Lenses are shown only where the person asks for them.
local function lengths()
  sees('lenses tell the words of the story and of each section', {
    { LEAD, '238 words' },
    { FIRST_SUBHEAD, '61 words' },
    { SECOND_SUBHEAD, '67 words' },
  }, function()
    local params = { textDocument = vim.lsp.util.make_text_document_params() }
    local replies = vim.lsp.buf_request_sync(0, 'textDocument/codeLens', params, 2000)
    local _, reply = next(replies or {})
    return vim.tbl_map(function(lens)
      return { lens.range.start.line + 1, lens.command.title }
    end, vim.list_slice(reply and reply.result or {}, 2))
  end)
end

local function card()
  local function shown()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        local buffer = vim.api.nvim_win_get_buf(window)
        return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), ' ')
      end
    end
  end
  press(SIGN_OFF .. 'GK')
  sees('K on the sign-off opens a card: several bureaux', function(words)
    return words and words:find('several bureaux', 1, true)
  end, shown)
  press('gg')
  sees('the card goes when the cursor does', nil, shown)
end

local function people()
  press(LAST_NAMED .. 'G0<C-]>')
  sees('the definition of a name is the first naming', { NAMING, 7 }, function()
    return { vim.fn.line('.'), vim.fn.col('.') }
  end)
  local function listed()
    return vim.tbl_map(function(entry)
      return { entry.lnum, entry.col }
    end, vim.fn.getqflist())
  end
  desk.run(function()
    vim.lsp.buf.references(nil, {
      on_list = function(list)
        vim.fn.setqflist({}, ' ', list)
      end,
    })
  end)
  local quoted = copy[NAMING]:find('"', 1, true)
  local all = { { NAMING, 7 }, { NAMING, quoted }, { LAST_NAMED, 1 } }
  sees('its references are both mentions and what is quoted', all, listed)
  desk.run(function()
    vim.lsp.buf.workspace_symbol('rnwck', {
      on_list = function(list)
        vim.fn.setqflist({}, ' ', list)
      end,
    })
  end)
  sees('a few letters find the person', { { NAMING, 7 } }, listed)
  local function marked()
    local found = {}
    for _, mark in ipairs(vim.api.nvim_buf_get_extmarks(0, -1, 0, -1, { details = true })) do
      if mark[4].hl_group == 'LspReferenceRead' then
        table.insert(found, { mark[2] + 1, mark[3] + 1, mark[4].end_col })
      end
    end
    return found
  end
  desk.run(function()
    vim.lsp.buf.document_highlight()
  end)
  sees('both are marked', { { NAMING, 7, 20 }, { LAST_NAMED, 1, 7 } }, marked)
  desk.run(function()
    vim.lsp.buf.clear_references()
  end)

  press(LAST_NAMED .. 'G0')
  sees('the cursor is on the surname', LAST_NAMED, cursor_line)
  desk.run(function()
    vim.lsp.buf.rename('Rennick')
  end)
  local function renamed(line)
    return { line, (copy[line]:gsub('Renwick', 'Rennick')) }
  end
  local both = { renamed(NAMING), renamed(LAST_NAMED) }
  sees('a rename changes the surname in both, and that is all it does', both, changes, copy)
  press('u')
  sees('one undo takes it all back', {}, changes, copy)
end

-- Who is quoted where, and who a pronoun is.
local function speech()
  desk.run(function(lines)
    vim.api.nvim_buf_set_lines(0, 0, -1, false, lines)
  end, copy)
  local function called()
    return vim.tbl_map(function(entry)
      return { entry.lnum, entry.col, entry.text }
    end, vim.fn.getqflist())
  end
  local function calls(which)
    vim.fn.setqflist({}, 'r')
    vim.lsp.buf[which]()
  end
  press(NAMING .. 'G06l')
  sees('the cursor is on the name', NAMING, cursor_line)
  desk.run(calls, 'incoming_calls')
  local quoted = copy[NAMING]:find('"', 1, true)
  local from = copy[LEAD]:sub(1, 40)
  sees('a person is quoted in the story', function(found)
    local one = found and found[1]
    return #found == 1 and one[1] == NAMING and one[2] == quoted and one[3]:find(from, 1, true)
  end, called)
  desk.run(function()
    vim.cmd.cclose()
  end)
  press(FIRST_SUBHEAD .. 'G05l')
  sees('the cursor is on the subhead', FIRST_SUBHEAD, cursor_line)
  desk.run(calls, 'outgoing_calls')
  sees('a section quotes people', function(found)
    return vim.iter(found or {}):any(function(entry)
      return entry[3] == 'Anselm Harrow'
    end)
  end, called)
  desk.run(function(lines)
    vim.cmd.cclose()
    vim.api.nvim_buf_set_lines(0, 0, -1, false, lines)
  end, { copy[NAMING], '"We will pay," he said.' })
  sees('a pronoun is told who it is', { { 1, 17, 'Renwick' } }, function()
    local range = { start = { line = 0, character = 0 }, ['end'] = { line = 2, character = 0 } }
    local params = { textDocument = vim.lsp.util.make_text_document_params(), range = range }
    local replies = vim.lsp.buf_request_sync(0, 'textDocument/inlayHint', params, 2000)
    local _, reply = next(replies or {})
    return vim.tbl_map(function(hint)
      return { hint.position.line, hint.position.character, hint.label }
    end, reply and reply.result or {})
  end)
  desk.run(function(lines)
    vim.api.nvim_buf_set_lines(0, 0, -1, false, lines)
  end, copy)
end

-- Neovim 0.12 and newer type the marks of a pair as one, and format while typing.
local function marks()
  local is_new = desk.run(function(lines)
    if not (vim.lsp.linked_editing_range and vim.lsp.on_type_formatting) then
      return false
    end
    vim.api.nvim_buf_set_lines(0, 0, -1, false, lines)
    vim.lsp.on_type_formatting.enable(true)
    return true
  end, { copy[LEAD], copy[LEAD + 1] })
  if not is_new then
    return
  end
  local function all()
    return vim.api.nvim_buf_get_lines(0, 0, -1, false)
  end
  local begun = { copy[LEAD], copy[LEAD + 1], '"We are ready.', '"' }
  press('Go"We are ready.<CR>')
  sees('Enter in an open quotation begins the next paragraph with its mark', begun, all)
  press('So.')
  sees('and the caret is behind it', '"So.', function()
    return vim.fn.getline('.')
  end)
  press('<CR>')
  sees('so does the next', '"', function()
    return vim.fn.getline('.')
  end)
  press('<CR>')
  local ended = { copy[LEAD], copy[LEAD + 1], '"We are ready.', '"So.', '' }
  sees('a second Enter takes the mark away', ended, all)
  press('<Esc>')
  desk.run(function(lines)
    vim.lsp.on_type_formatting.enable(false)
    vim.lsp.linked_editing_range.enable(true)
    vim.api.nvim_buf_set_lines(0, 0, -1, false, lines)
    vim.api.nvim_win_set_cursor(0, { 1, 2 })
  end, { '"Yes," said Renwick.' })
  sees('the marks of a pair are linked', 2, function()
    vim.api.nvim_win_set_cursor(0, { 1, 0 })
    vim.api.nvim_exec_autocmds('CursorMoved', { buffer = 0 })
    local linked = 0
    for name, space in pairs(vim.api.nvim_get_namespaces()) do
      if name:find('linked_editing', 1, true) then
        linked = linked + #vim.api.nvim_buf_get_extmarks(0, space, 0, -1, {})
      end
    end
    return linked
  end)
  press('x') -- Neovim does not heed the server's pattern: it types words as one, and deletes
  sees('one deleted, the other goes', 'Yes, said Renwick.', function()
    return vim.fn.getline(1)
  end)
  desk.run(function(lines)
    vim.lsp.linked_editing_range.enable(false)
    vim.api.nvim_buf_set_lines(0, 0, -1, false, lines)
  end, copy)
end

local function mending()
  desk.run(function()
    vim.api.nvim_win_set_cursor(0, { 1, 0 })
    vim.diagnostic.jump({ count = 1, severity = vim.diagnostic.severity.ERROR })
  end)
  sees('the next error is the open quotation', DAMAGED, cursor_line)
  desk.run(function()
    vim.lsp.buf.code_action({
      apply = true,
      context = { only = { 'quickfix' } },
      filter = function(action)
        return action.isPreferred == true
      end,
    })
  end)
  local mended = { { DAMAGED, '"We will not wait for the rain," she said.' } }
  sees('the preferred quick fix closes it, and that is all it does', mended, changes, copy)
  sees('the finding is gone', { TICKER }, serious)
  press('u')
  sees('one undo brings back the copy', {}, changes, copy)
end

local function typing()
  local line = BEFORE_TYPED + 1
  local function types(keys, now)
    press(keys)
    sees('typed: ' .. now, { 'i', now }, function()
      return { vim.api.nvim_get_mode().mode, vim.fn.getline('.') }
    end)
  end

  types(BEFORE_TYPED .. 'GA<CR>"We are', '"We are')
  sees('an open quotation waits while it is typed', 'held', first_answer, line)
  types(' ready', '"We are ready')
  sees('and goes on waiting', 'held', first_answer, line)
  types('<CR>', '')
  sees('Enter ends the waiting', 'shown', first_answer, line)
  sees('the finding stands on its line', true, open_quotation_on, line)

  types('"So', '"So')
  sees('the next one waits as well', 'held', first_answer, line + 1)
  sees("a second's rest ends that", true, open_quotation_on, line + 1)
  press('<Esc>')
end

-- With the keys of any language; what is typed gives way to the whole form.
local function completing()
  desk.run(function(lines)
    vim.api.nvim_buf_set_lines(0, 0, -1, false, lines)
    vim.o.completeopt = 'menuone,noselect'
  end, copy)
  local function completes(keys, now)
    press(keys .. '<C-X><C-O>')
    sees('there is something to choose for ' .. now, 1, function()
      return vim.fn.pumvisible()
    end)
    press('<C-N><C-Y>')
    sees('chosen, it is written', now, function()
      return vim.fn.getline('.')
    end)
    press('<Esc>u')
  end
  completes(LEAD - 1 .. 'GoATT', 'ATTENTION - ADDS details ///')
  completes(BEFORE_TYPED .. 'Go- ', '- What comes next -')
end

-- The form is put right by order, and by gq a line is broken as ever.
local function formatting()
  local rough = { 'HBR', '0.4100', copy[LEAD], '-Next  -', copy[LEAD + 1] .. '  ', 'burs-ab / CD' }
  desk.run(function(lines)
    vim.api.nvim_buf_set_lines(0, 0, -1, false, lines)
    vim.lsp.buf.format()
  end, rough)
  local formed = { copy[LEAD], '- Next -', copy[LEAD + 1], 'burs-ab/cd' }
  sees('formatted, the copy has its form', formed, function()
    return vim.api.nvim_buf_get_lines(0, 0, -1, false)
  end)
  sees('gq breaks lines', '', function()
    return vim.bo.formatexpr
  end)
end

local function leaving()
  desk.run(function()
    for _, client in ipairs(vim.lsp.get_clients({ name = 'wiredesk' })) do
      client:stop()
    end
  end)
  sees('the server ends cleanly', { code = 0, signal = 0 }, function()
    return _G.ended
  end)
end

-- What editors/nvim does by itself ----------------------------------------------------

local function page()
  sees('paragraphs are wrapped between words', { true, true }, function()
    return { vim.wo.wrap, vim.wo.linebreak }
  end)
  desk.sees_colours({
    { 'the ticker', 2, 'HBR', 'Furniture' },
    { 'its number', 3, '0.4100', 'Furniture' },
    { 'the lead', LEAD, 'Workers', '' },
    { 'speech', 5, 'nobody', 'Quotation' },
    { 'what follows speech', 5, 'said Edda', '' },
    { 'a fragment', 6, 'not ask', 'Quotation' },
    { 'a subhead', FIRST_SUBHEAD, 'Every', 'Subhead' },
    { 'an open quotation', DAMAGED, 'wait', '' },
    { 'an aside between two quotations', 15, 'whose father', '' },
    { 'the second of them', 15, 'I want', 'Quotation' },
    { 'the sign-off', SIGN_OFF, 'burs', 'SignOff' },
    { 'the site credit', SIGN_OFF + 1, 'ThHbT', 'Credit' },
  })
end

local function motions()
  press('gg2]]')
  sees('2]] goes to the second subhead', SECOND_SUBHEAD, cursor_line)
  press('[[')
  sees('[[ goes back to the first', FIRST_SUBHEAD, cursor_line)
  press('y]]')
  local section = vim.list_slice(copy, FIRST_SUBHEAD, SECOND_SUBHEAD - 1)
  sees('y]] takes a section', section, function()
    return vim.fn.getreg('"', 1, true)
  end)
end

-- In a buffer without a file, which the server stays out of.
local function other_copy()
  desk.run(function()
    vim.cmd.enew({ bang = true })
    vim.bo.buftype = 'nofile'
    vim.bo.filetype = 'dispatch'
    vim.api.nvim_buf_set_lines(0, 0, -1, false, {
      'VARNHOLT, April 17, 2025 (AFP) - The wall (old) - a ruin - "fell" and “rose” on',
      'Varnholt (AP) — The "old wall fell. "Again," he said.',
      'NATO',
      '- a list item',
      '- another',
    })
  end)
  desk.sees_colours({
    { 'a full dateline', 1, 'AFP', 'Dateline' },
    { 'the copy after it', 1, '(old)', '' },
    { 'a quoted word', 1, 'fell', 'Quotation' },
    { 'a word in curly marks', 1, 'rose', 'Quotation' },
    { 'a short dateline', 2, 'Varnholt', 'Dateline' },
    { 'speech that never closes', 2, 'old wall', '' },
    { 'speech after it', 2, 'Again', 'Quotation' },
    { 'a name in capitals', 3, 'NATO', '' },
    { 'a list item', 4, 'list', '' },
  })
  press('4GJ')
  sees('joining lines keeps a hyphen', '- a list item - another', function()
    return vim.fn.getline(4)
  end)
  press('o' .. ('far more than a narrow page holds '):rep(4) .. '<CR>On<Esc>')
  sees('only Enter breaks a line', { 'On', 6 }, function()
    return { vim.fn.getline('$'), vim.fn.line('$') }
  end)
  desk.run(function()
    vim.bo.filetype = 'text'
  end)
  sees('another filetype keeps none of this', { false, false, '' }, function()
    return { vim.wo.linebreak, vim.bo.comments == '', vim.fn.maparg(']]', 'n') }
  end)
end

local function health()
  desk.run(function()
    vim.cmd.checkhealth('wiredesk')
  end)
  sees('the health report names the server and has no complaint', function(words)
    local complaint = words:find('ERROR', 1, true) or words:find('WARNING', 1, true)
    local house = words:find('harbour.dispatch: none', 1, true)
    return words:find(server .. ': ', 1, true) and house and not complaint
  end, function()
    return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
  end)
end

local dispatch = folder .. '/harbour.dispatch'
vim.fn.writefile(copy, dispatch)
desk.sit_down(nvim, INIT:format(runtime, server), dispatch)
local parts = {
  page,
  motions,
  findings,
  outline,
  folds,
  tokens,
  selection,
  lengths,
  card,
  people,
  mending,
  typing,
  speech,
  marks,
  completing,
  formatting,
  other_copy,
  health,
  leaving,
}
desk.go_through(opening() and parts or {}) -- without a server each would only wait in vain
desk.leave()
dofile(here .. '/house.lua')(desk, { nvim = nvim, server = server, runtime = runtime, folder = folder })
os.exit(desk.reckon())
