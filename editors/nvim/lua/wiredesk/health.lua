-- :checkhealth wiredesk, for the writer whose copy shows no findings: is this Neovim new
-- enough, is the server there and does it run, are dispatches recognised, who is attached,
-- and which house file holds.

local M = {}

local health = vim.health

local function neovim()
  health.start('Neovim')
  local version = tostring(vim.version())
  if vim.fn.has('nvim-0.11') == 1 then
    health.ok('Neovim ' .. version)
  else
    health.error('Neovim ' .. version .. ' is too old', 'Wiredesk needs 0.11 or newer')
  end

  if vim.filetype.match({ filename = 'a.dispatch' }) == 'dispatch' then
    health.ok('*.dispatch and *.wire are dispatches')
  else
    health.error(
      '*.dispatch is not recognised',
      "add editors/nvim to 'runtimepath' before plugins load, in init.lua; see |wiredesk-install|"
    )
  end

  local kept = vim.filetype.match({ filename = 'wiredesk.toml' })
  if kept == 'toml.wiredesk' then
    health.ok('wiredesk.toml and wiredesk.stet.toml are files of the desk')
  else
    health.warn(
      ('wiredesk.toml has the filetype `%s`'):format(kept),
      'something else claims it: mistakes in it are not shown; see |wiredesk-house|'
    )
  end
end

-- Runs the server outside the protocol: this shows a wrong binary, a missing library or a
-- lost exec bit, which vim.lsp reports only as a client that quit.
---@param program string
local function run(program)
  local path = vim.fn.exepath(program)
  if path == '' then
    health.error(
      ('`%s` not found or not executable'):format(program),
      "put it on the path, or name it: vim.lsp.config('wiredesk', { cmd = { '/where/it/is' } })"
    )
    return
  end
  local started, result = pcall(function()
    return vim.system({ path, '--version' }, { text = true }):wait(5000)
  end)
  if not started then
    health.error(path .. ' does not start', tostring(result))
  elseif result.code ~= 0 then
    health.error(
      ('`%s --version` ended with code %d'):format(path, result.code),
      vim.trim(result.stderr or '')
    )
  else
    health.ok(('%s: %s'):format(path, vim.trim(result.stdout)))
  end
end

local function server()
  health.start('Server')
  local cmd = vim.lsp.config.wiredesk.cmd
  if type(cmd) == 'table' then
    run(cmd[1])
  else
    health.info('`cmd` is a function of yours: not tried')
  end
end

local function clients()
  health.start('Clients')
  local attached = vim.lsp.get_clients({ name = 'wiredesk' })
  if #attached == 0 then
    health.warn('no client is running', {
      'open a dispatch',
      "call vim.lsp.enable('wiredesk') in init.lua",
    })
  end
  for _, client in ipairs(attached) do
    local buffers = vim.tbl_keys(client.attached_buffers)
    table.sort(buffers)
    health.ok(
      ('client %d, root %s, positions in %s, buffers %s'):format(
        client.id,
        client.root_dir or 'none (a file on its own)',
        client.offset_encoding,
        table.concat(buffers, ', ')
      )
    )
  end
end

-- A story whose findings surprise its writer lies below another house file than was thought.
local function houses()
  health.start('House files')
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    local path = vim.api.nvim_buf_get_name(buffer)
    if vim.bo[buffer].filetype == 'dispatch' and path ~= '' then
      local house = vim.fs.find('wiredesk.toml', { path = vim.fs.dirname(path), upward = true })[1]
      health.info(('%s: %s'):format(vim.fn.fnamemodify(path, ':~:.'), house or 'none'))
    end
  end
end

function M.check()
  neovim()
  server()
  clients()
  houses()
end

return M
