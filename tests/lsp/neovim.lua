-- Uses the language server as Neovim's own client does, and writes what came of it as JSON. Run by neovim.test.ts, which names the
-- server's command, the folder with the plans and the file for the result in the environment.
local folder = vim.env.GOLDTHREAD_FOLDER
local result = {}

local function wait(what, condition)
  if not vim.wait(20000, condition, 20) then
    error('Waited in vain for ' .. what)
  end
end

-- Where a text begins in the buffer: line from 1, column from 0, as Neovim counts.
local function place(text, after)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local at = line:find(text, 1, true)
    if at then
      return { number, at - 1 + (after or 0) }
    end
  end
  error('No “' .. text .. '” in the buffer')
end

local function ask(client, method, extra)
  local params = vim.tbl_extend('force', vim.lsp.util.make_position_params(0, client.offset_encoding), extra or {})
  local answer = client.request_sync(method, params, 20000, 0)
  if not answer or answer.err then
    error(method .. ': ' .. vim.inspect(answer))
  end
  return answer.result
end

local function codes()
  return vim.tbl_map(function(one)
    return one.code or one.user_data and one.user_data.lsp and one.user_data.lsp.code
  end, vim.diagnostic.get(0))
end

-- Puts a buffer under the server’s care, as a file type plugin does.
local function attach(id)
  vim.bo.filetype = 'goldthread'
  vim.lsp.buf_attach_client(0, id)
end

local function run()
  vim.cmd('edit ' .. vim.fn.fnameescape(folder .. '/homes.plan'))
  local id = vim.lsp.start_client({
    name = 'goldthread',
    cmd = vim.json.decode(vim.env.GOLDTHREAD_COMMAND),
    root_dir = folder,
    workspace_folders = { { uri = vim.uri_from_fname(folder), name = 'plans' } },
  })
  attach(id)
  wait('the server', function()
    return vim.lsp.buf_get_clients(0)[id] ~= nil and vim.lsp.get_client_by_id(id).initialized
  end)
  local client = vim.lsp.get_client_by_id(id)

  wait('diagnostics', function()
    return #vim.diagnostic.get(0) > 0
  end)
  result.diagnostics = codes()

  vim.api.nvim_win_set_cursor(0, place('outcomes: wall', 12))
  local offered = ask(client, 'textDocument/completion', { context = { triggerKind = 1 } })
  result.completion = vim.tbl_map(function(item)
    return item.label
  end, offered.items or offered)

  vim.cmd('%s/wall/well/')
  wait('the diagnostics to go', function()
    return not vim.tbl_contains(codes(), 'reference/unknown-id')
  end)

  vim.api.nvim_win_set_cursor(0, place('outcomes: well', 11))
  local hover = ask(client, 'textDocument/hover')
  result.hover = hover and (hover.contents.value or hover.contents) or ''

  vim.lsp.buf.definition()
  wait('the definition', function()
    return vim.api.nvim_buf_get_name(0):match('plan%.plan$') ~= nil
  end)
  result.definition = vim.api.nvim_win_get_cursor(0)
  attach(id)

  vim.api.nvim_win_set_cursor(0, place('outcome well', 9))
  vim.lsp.buf.rename('living-well')
  wait('the rename', function()
    local other = vim.fn.bufnr(folder .. '/third.plan')
    return other > 0 and table.concat(vim.api.nvim_buf_get_lines(other, 0, -1, false), '\n'):find('living%-well') ~= nil
  end)
  vim.cmd('wall')

  client.stop()
  wait('the server to end', function()
    return client.is_stopped()
  end)
end

local fine, fault = pcall(run)
if not fine then
  result.fault = fault .. '\n' .. vim.fn.execute('messages')
end
vim.fn.writefile({ vim.json.encode(result) }, vim.env.GOLDTHREAD_RESULT)
vim.cmd('qall!')
